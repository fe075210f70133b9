import type { ReactNode } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { limitHint, limitHintJa } from '../../../shared/rules/limit-hint.js';
import type { Recorded } from '../../db/changes.js';
import { SelectField } from '../../ui/select-field.js';
import { changeLine } from './edits.js';
import { fieldsOf, type LineField, PLANNED_FIELD } from './line-fields.js';
import type { Claims } from './use-claims.js';
import { ValueFieldView } from './value-field.js';
import { WiredFieldView } from './wired-field.js';

type Props = { readonly claims: Claims; readonly line: Line };

/** 内容: every field of a line under its Japanese name; each is written by itself and can be taken back. */
export function LineForm({ claims, line }: Props): ReactNode {
  const isReport = claims.facts.isReport;
  const fields = fieldsOf(line).filter((field) => field !== PLANNED_FIELD || isReport);
  return (
    <section className="panel-section">
      <h3 className="panel-heading">内容</h3>
      {claims.lockJa !== undefined && <p className="second">{claims.lockJa}</p>}
      <fieldset className="panel-fields" disabled={claims.lockJa !== undefined}>
        <legend className="unseen">明細の内容</legend>
        {line.kind === 'honorarium' && line.role === 'examiner' && <PayForm claims={claims} line={line} />}
        {fields.map((field) => (
          <div key={field.key} data-field={field.key} className={isWide(field) ? 'panel-field-wide' : 'panel-field'}>
            <FieldView claims={claims} line={line} field={field} />
          </div>
        ))}
      </fieldset>
    </section>
  );
}

const WIDE: readonly LineField['type'][] = [
  'assignments',
  'legs',
  'dates',
  'slots',
  'quotes',
  'users',
  'contents',
  'necessity',
  'vouchers',
  'transfer',
  'payee',
  'room',
];

function isWide(field: LineField): boolean {
  return WIDE.includes(field.type) || (field.type === 'text' && field.isLong === true) || field.labelJa.length > 8;
}

function FieldView({ claims, line, field }: Props & { readonly field: LineField }): ReactNode {
  const values: Readonly<Record<string, unknown>> = line;
  const write = (value: unknown): Promise<Recorded> => writeField(claims, line, field, value);
  switch (field.type) {
    case 'text':
    case 'number':
    case 'date':
    case 'clock':
    case 'km':
    case 'choice':
    case 'yesNo': {
      const hint = limitHint(line, field.key, claims);
      return (
        <ValueFieldView
          field={field}
          value={values[field.key]}
          year={claims.facts.course.fiscalYear}
          note={hint && limitHintJa(hint)}
          onWrite={write}
        />
      );
    }
    default:
      return <WiredFieldView claims={claims} line={line} field={field} onWrite={write} />;
  }
}

function writeField(claims: Claims, line: Line, field: LineField, value: unknown): Promise<Recorded> {
  return claims.changes.edit(`${field.labelJa}を変えました`, (course) => {
    if (line.kind === 'honorarium' && field.key === 'role') {
      // The role of a line is that of its assignments; they change together or not at all.
      for (const id of line.assignmentIds) course.change('assignments', id, { role: value as typeof line.role });
    }
    changeLine(line.id, { [field.key]: value })(course);
  });
}

/** 検定員: paid by a 総額 or by the hour. */
function PayForm({
  claims,
  line,
}: {
  readonly claims: Claims;
  readonly line: Extract<Line, { kind: 'honorarium' }>;
}): ReactNode {
  const amount = claims.facts.claimed(line);
  return (
    <div className="panel-field">
      <SelectField
        label="算出"
        value={line.rate === undefined ? 'lumpSum' : 'rate'}
        choices={[
          { value: 'lumpSum', ja: '総額' },
          { value: 'rate', ja: '1時間の単価' },
        ]}
        onCommit={(form) =>
          claims.changes.edit(
            '算出の方法を変えました',
            changeLine(
              line.id,
              form === 'rate' ? { rate: 0, lumpSum: undefined } : { rate: undefined, lumpSum: amount },
            ),
          )
        }
      />
    </div>
  );
}
