import { IconArrowLeft, IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { fiscalYearJa } from '../../../shared/dates.js';
import { FORMS, type FormId } from '../../../shared/templates/mapping.js';
import { coursePath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';

/** Which form of which year, its file, and the ways on. */
export function FormHead({
  courseId,
  form,
  fiscalYear,
  fileJa,
  onForm,
  onFile,
  children,
}: {
  readonly courseId: string;
  readonly form: FormId;
  readonly fiscalYear: number;
  readonly fileJa: string | undefined;
  readonly onForm: (form: FormId) => void;
  readonly onFile: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="tool-bar forms-bar" data-region="tools">
      <Link href={coursePath(courseId, 'papers')} className="forms-back">
        <IconArrowLeft size={15} aria-hidden="true" /> 書類
      </Link>
      <SelectField
        label="様式の種類"
        labelHidden
        value={form}
        choices={choicesOf(FORMS)}
        onCommit={(chosen) => {
          if (chosen) onForm(chosen);
        }}
      />
      <span className="whole">{fiscalYearJa(fiscalYear)}</span>
      {fileJa === undefined ? null : (
        <span className="forms-file">
          <IconFileSpreadsheet size={15} aria-hidden="true" />
          <span>{fileJa}</span>
          <Button size="small" kind="bare" onClick={onFile}>
            別のファイル
          </Button>
        </span>
      )}
      <span className="gap" />
      {children}
    </div>
  );
}
