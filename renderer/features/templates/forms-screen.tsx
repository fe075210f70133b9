import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { fiscalYearJa } from '../../../shared/dates.js';
import { paperOf } from '../../../shared/forms/paper.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { OwnWords } from '../../../shared/model/store/own-words.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { templateValues } from '../../../shared/templates/fields.js';
import { FORMS, type FormId } from '../../../shared/templates/mapping.js';
import { useCase, useCourse, useDecision } from '../../db/course-case.js';
import { useDesk } from '../../desk/desk-context.js';
import { useFilePicker } from '../../desk/file-button.js';
import { formsPath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FormHead } from './form-head.js';
import { useKeptForm, useMapping } from './kept-form.js';
import { TieView } from './tie-view.js';
import { useFormFiles } from './use-form-files.js';
import './templates.css';

/** 書類 → 所定の様式に書き込む: the publisher's .xlsx of the year, its cells tied to our fields, and filled. */
export function FormsScreen({ courseId, form }: { readonly courseId: string; readonly form?: string }): ReactNode {
  const { bookFor } = useDesk();
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  const record = useCourse(courseId);
  const book = record ? bookFor(record) : undefined;
  if (!value || !decision || !book) return null;
  const known = isForm(form) ? form : usualForm(value);
  const own = { value, decision, book, words: record?.ownWords };
  return <FormOfYear key={known} courseId={courseId} form={known} {...own} />;
}

function isForm(form: string | undefined): form is FormId {
  return form !== undefined && Object.hasOwn(FORMS, form);
}

function usualForm({ course, stage }: Case): FormId {
  const isReport = stage === 'report';
  if (course.delivery === 'commissioned') return isReport ? 'commissioned.report' : 'commissioned.application';
  return isReport ? 'independent.report' : 'independent.application';
}

function FormOfYear({
  courseId,
  form,
  value,
  decision,
  book,
  words,
}: {
  readonly courseId: string;
  readonly form: FormId;
  readonly value: Case;
  readonly decision: Decision;
  readonly book: Rulebook;
  readonly words: OwnWords | undefined;
}): ReactNode {
  const { fiscalYear } = value.course;
  const [, navigate] = useLocation();
  const kept = useKeptForm(form, fiscalYear);
  const mapping = useMapping(form, fiscalYear);
  const files = useFormFiles(form, fiscalYear);
  const [isOver, setOver] = useState(false);
  const values = useMemo(
    () => templateValues(paperOf({ facts: new Facts(value), decision, book, words })),
    [value, decision, book, words],
  );
  const { input, choose } = useFilePicker({
    label: '様式のファイル',
    accept: '.xlsx,.xlsm',
    onFile: (file) => void files.openForm(file),
  });
  const head = {
    courseId,
    form,
    fiscalYear,
    fileJa: kept.kind === 'open' || kept.kind === 'gone' ? kept.nameJa : undefined,
    onForm: (chosen: FormId) => navigate(formsPath(courseId, chosen)),
    onFile: choose,
  };
  return (
    <div
      className={isOver ? 'forms forms-over' : 'forms'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void files.openForm(file);
      }}
    >
      {input}
      {kept.kind === 'open' && mapping !== undefined ? (
        <TieView
          key={kept.opened.sha256}
          head={head}
          opened={kept.opened}
          mapping={mapping ?? undefined}
          values={values}
          value={value}
          book={book}
          words={words}
          files={files}
        />
      ) : (
        <>
          <FormHead {...head} />
          {kept.kind === 'none' ? <ChooseForm fiscalYear={fiscalYear} form={form} onChoose={choose} /> : null}
          {kept.kind === 'gone' ? (
            <EmptyState title="この様式のファイルを開けません" note={kept.error.messageJa}>
              <Button kind="main" onClick={choose}>
                様式を選ぶ
              </Button>
            </EmptyState>
          ) : null}
        </>
      )}
    </div>
  );
}

function ChooseForm({
  form,
  fiscalYear,
  onChoose,
}: {
  readonly form: FormId;
  readonly fiscalYear: number;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <EmptyState
      title={`${fiscalYearJa(fiscalYear)}の「${FORMS[form]}」の様式を選んでください`}
      note="配布元から受け取った .xlsx を選ぶか、ここへ落としてください。様式はこのパソコンの中だけに置き、ほかへ渡すファイルには入れません。"
    >
      <Button kind="main" icon={<IconFileSpreadsheet size={16} aria-hidden="true" />} onClick={onChoose}>
        様式を選ぶ
      </Button>
    </EmptyState>
  );
}
