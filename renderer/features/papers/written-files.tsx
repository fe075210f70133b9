import type { ReactNode } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import {
  contentOf,
  useWrittenPapers,
  WRITTEN_FORMS,
  type WrittenForm,
  type WrittenPaper,
  writtenKey,
} from '../../db/written-papers.js';
import { dayOf } from '../../db/today.js';
import type { PaperRow } from './paper-rows.js';

const FORM_JA = {
  workbook: 'Excel',
  submission: 'Excel 提出用',
  pdf: 'PDF',
  submissionPdf: 'PDF 提出用',
} as const satisfies Record<WrittenForm, string>;

/** 9/24(金) 17:05. */
export function momentJa(at: number): string {
  const moment = new Date(at);
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  return `${shortDateJa(dayOf(moment))} ${moment.getHours()}:${minutes}`;
}

/** 書き出したもの: the files of a paper that this computer wrote last, and whether they are still what the course says. */
export function WrittenFiles({
  courseId,
  row,
  onOpen,
  onFolder,
}: {
  readonly courseId: string;
  readonly row: PaperRow;
  readonly onOpen: (id: string) => void;
  readonly onFolder: (id: string) => void;
}): ReactNode {
  const all = useWrittenPapers(courseId);
  const written = WRITTEN_FORMS.flatMap((form) => all.get(writtenKey(courseId, row.id, form)) ?? []);
  if (written.length === 0) return null;
  const now = contentOf(row.input.facts.value, row.input.book);
  return (
    <section className="paper-part" aria-label="書き出したもの">
      <h3>書き出したもの</h3>
      <ul>
        {written.map((one) => (
          <Written key={one.form} written={one} isOld={one.content !== now} onOpen={onOpen} onFolder={onFolder} />
        ))}
      </ul>
    </section>
  );
}

function Written({
  written,
  isOld,
  onOpen,
  onFolder,
}: {
  readonly written: WrittenPaper;
  readonly isOld: boolean;
  readonly onOpen: (id: string) => void;
  readonly onFolder: (id: string) => void;
}): ReactNode {
  const { form, at, files } = written;
  const [first] = files;
  return (
    <li className="paper-written">
      <span className="paper-written-form">{FORM_JA[form]}</span>
      <span className="whole">{momentJa(at)}</span>
      <span className="paper-written-names">
        {files.map(({ id, name, place }) => (
          <button key={id} type="button" className="link" title={place} onClick={() => onOpen(id)}>
            {name}
            <span className="unseen">を開く</span>
          </button>
        ))}
        {isOld ? <span className="caption">書き出したあとに、この講習会の内容が変わっています</span> : null}
      </span>
      {first ? (
        <button type="button" className="link" onClick={() => onFolder(first.id)}>
          フォルダーを開く
        </button>
      ) : null}
    </li>
  );
}
