import type { ReactNode } from 'react';
import type { ExemptionTable } from '../../../shared/rules/books/edit-book.js';
import { ANCHOR_JA } from '../../../shared/rules/engine/exemption-rows.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Field } from '../../ui/field.js';
import { type Choice, CheckField, choicesOf, SelectField } from '../../ui/select-field.js';
import { type Anchor, type RowDraft, validityNeeds } from './exemption-row-draft.js';
import { EXTRA_JA, VALIDITY_JA } from '../../../shared/rules/engine/exemption-row-words.js';

type Props = {
  readonly book: Rulebook;
  readonly table: ExemptionTable;
  readonly draft: RowDraft;
  readonly onChange: (fields: Partial<RowDraft>) => void;
};

/** The fields of a row: what exempts, from what, until when, and where it stands. */
export function ExemptionFields(props: Props): ReactNode {
  const { table, draft, onChange } = props;
  return (
    <div className="books-form">
      <div className="books-pair books-pair-no">
        <Text label="No." value={draft.no} onChange={(no) => onChange({ no })} />
        <Text
          label={table === 'common' ? '資格' : '競技'}
          required
          value={draft.name}
          onChange={(name) => onChange({ name })}
        />
      </div>
      {table === 'common' ? <CommonFields {...props} /> : <SpecialtyFields {...props} />}
      <ValidityFields {...props} />
      {table === 'specialty' ? <ExtraFields {...props} /> : null}
      <SourceFields {...props} />
    </div>
  );
}

function CommonFields({ draft, onChange }: Props): ReactNode {
  return (
    <>
      <Lines
        label="ほかに認めるもの（1行に1つ）"
        value={draft.alsoAccepted}
        onChange={(alsoAccepted) => onChange({ alsoAccepted })}
      />
      <Text label="区分" required value={draft.category} onChange={(category) => onChange({ category })} />
      <p className="books-checks">
        <CheckField label="共通Ⅰを免除" checked={draft.common1} onCommit={(common1) => onChange({ common1 })} />
        <CheckField label="共通Ⅱを免除" checked={draft.common2} onCommit={(common2) => onChange({ common2 })} />
      </p>
      <Text label="必要な書類" required value={draft.documentJa} onChange={(documentJa) => onChange({ documentJa })} />
      <CheckField
        label="修了見込み証明書でもよい"
        checked={draft.expectedCertificate}
        onCommit={(expectedCertificate) => onChange({ expectedCertificate })}
      />
    </>
  );
}

function SpecialtyFields({ draft, onChange }: Props): ReactNode {
  return (
    <>
      <Lines
        label="コーチ1を免除する資格（1行に1つ）"
        value={draft.coach1}
        onChange={(coach1) => onChange({ coach1 })}
      />
      <Lines
        label="コーチ2を免除する資格（1行に1つ）"
        value={draft.coach2}
        onChange={(coach2) => onChange({ coach2 })}
      />
      <Lines label="除くもの（1行に1つ）" value={draft.excluded} onChange={(excluded) => onChange({ excluded })} />
      <Text label="確認先" value={draft.body} onChange={(body) => onChange({ body })} />
    </>
  );
}

const ANCHORS = Object.keys(ANCHOR_JA) as Anchor[];

function ValidityFields({ draft, onChange }: Props): ReactNode {
  const kind = draft.validity;
  const needs = validityNeeds(kind);
  const toggle = (anchor: Anchor, isOn: boolean): void =>
    onChange({ anchor: ANCHORS.filter((own) => (own === anchor ? isOn : draft.anchor.includes(own))) });
  return (
    <>
      <SelectField
        label="期限"
        value={kind}
        choices={choicesOf(VALIDITY_JA)}
        onCommit={(chosen) => onChange({ validity: chosen ?? kind })}
      />
      {needs.years ? (
        <Text label="年数" required value={draft.years} onChange={(years) => onChange({ years })} />
      ) : null}
      {kind === 'issuedOnOrAfter' ? (
        <Text label="この日以降" required value={draft.day} onChange={(day) => onChange({ day })} />
      ) : null}
      {needs.anchor ? (
        <p className="books-checks">
          {ANCHORS.map((anchor) => (
            <CheckField
              key={anchor}
              label={ANCHOR_JA[anchor]}
              checked={draft.anchor.includes(anchor)}
              onCommit={(isOn) => toggle(anchor, isOn)}
            />
          ))}
        </p>
      ) : null}
    </>
  );
}

const EXTRAS: readonly Choice<RowDraft['extra']>[] = [{ value: 'none', ja: 'なし' }, ...choicesOf(EXTRA_JA)];

function ExtraFields({ draft, onChange }: Props): ReactNode {
  return (
    <>
      <SelectField
        label="追加の確認"
        value={draft.extra}
        choices={EXTRAS}
        onCommit={(chosen) => onChange({ extra: chosen ?? 'none' })}
      />
      {draft.extra === 'yearInNumber' ? (
        <div className="books-pair">
          <Text label="何桁目から" value={draft.extraFrom} onChange={(extraFrom) => onChange({ extraFrom })} />
          <Text label="何桁目まで" value={draft.extraTo} onChange={(extraTo) => onChange({ extraTo })} />
        </div>
      ) : null}
      {draft.extra === 'classField' || draft.extra === 'experience' ? (
        <Text
          label={draft.extra === 'classField' ? '区分の表示' : '経験が要る資格'}
          value={draft.extraWord}
          onChange={(extraWord) => onChange({ extraWord })}
        />
      ) : null}
      {draft.extra === 'experience' ? (
        <Text label="何年以内の経験" value={draft.extraYears} onChange={(extraYears) => onChange({ extraYears })} />
      ) : null}
      {draft.extra === 'classField' ? (
        <Lines
          label="表示が違っても確認で済む資格（1行に1つ）"
          value={draft.extraDoubtful}
          onChange={(extraDoubtful) => onChange({ extraDoubtful })}
        />
      ) : null}
    </>
  );
}

function SourceFields({ book, draft, onChange }: Props): ReactNode {
  const sources = Object.entries(book.file.sources).map(([value, source]) => ({ value, ja: source.titleJa }));
  return (
    <>
      <SelectField
        label="資料"
        required
        value={draft.source === '' ? undefined : draft.source}
        choices={sources}
        onCommit={(chosen) => onChange({ source: chosen ?? '' })}
      />
      <Text label="場所" required value={draft.at} onChange={(at) => onChange({ at })} />
      <Text label="メモ" value={draft.note} onChange={(note) => onChange({ note })} />
    </>
  );
}

function Text({
  value,
  onChange,
  ...label
}: {
  readonly label: string;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactNode {
  return (
    <Field {...label} isFilled={value !== ''}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Lines({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactNode {
  return (
    <Field label={label}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="input input-lines"
          rows={Math.min(5, value.split('\n').length + 1)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
