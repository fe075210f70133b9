import { type ReactNode, useState } from 'react';
import type { Exemption } from '../../../shared/model/case/exemption.js';
import type { Recorded } from '../../db/changes.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { foldWidth } from '../../../shared/text.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { CheckField, choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import type { Evidence } from './exemptions-of.js';

const STATUS = choicesOf({
  held: '保有',
  studying: '受講中',
  expected: '取得見込',
  expectedCertificate: '修了見込み証明書',
});
const OTHER = '一覧にない資格';

type DateKey = 'expiryDate' | 'completedOn' | 'certifiedOn' | 'issuedOn' | 'coachingExperienceOn';
const DATE_JA: Readonly<Record<DateKey, string>> = {
  expiryDate: '有効期限',
  completedOn: '修了日',
  certifiedOn: '認定日',
  issuedOn: '証明書の発行日',
  coachingExperienceOn: '指導経験の日',
};

/** The facts of one piece of evidence: those that its row looks at, and on demand all others. */
export function ExemptionForm({
  judged,
  nameJa,
  choices,
  changes,
}: {
  readonly judged: Evidence;
  readonly nameJa: string;
  readonly choices: readonly string[];
  readonly changes: CourseChanges;
}): ReactNode {
  const { exemption } = judged;
  const [showsAll, setShowsAll] = useState(false);
  const isListed = choices.includes(exemption.qualificationJa);
  const [isOther, setOther] = useState(!isListed);
  const set = (fields: { readonly [K in keyof Exemption]?: Exemption[K] | undefined }): Promise<Recorded> =>
    changes.edit(`${nameJa}さんの免除の根拠を直しました`, (course) =>
      course.change('exemptions', exemption.id, fields),
    );
  const needed = neededFields(judged);
  const shows = (key: keyof Exemption): boolean => showsAll || needed.has(key) || exemption[key] !== undefined;
  return (
    <div className="form-rows exempt-form">
      {choices.length > 0 ? (
        <SelectField
          label="資格"
          value={isOther ? OTHER : exemption.qualificationJa}
          choices={[...choices.map((name) => ({ value: name, ja: name })), { value: OTHER, ja: OTHER }]}
          onCommit={(name) => {
            setOther(name === OTHER);
            if (name !== undefined && name !== OTHER) void set({ qualificationJa: name, tableRowNo: undefined });
          }}
        />
      ) : null}
      {isOther || choices.length === 0 ? (
        <TextField
          label="資格の名前"
          required
          value={exemption.qualificationJa}
          onCommit={(name) => set(name === undefined ? {} : { qualificationJa: name })}
        />
      ) : null}
      <SelectField
        label="状態"
        value={exemption.status}
        choices={STATUS}
        emptyJa="未入力"
        onCommit={(status) => set({ status })}
      />
      <DateField
        label="免除申請日"
        placeholder="判定の日"
        value={exemption.appliedOn}
        onCommit={(appliedOn) => set({ appliedOn })}
      />
      {(Object.keys(DATE_JA) as DateKey[]).filter(shows).map((key) => (
        <DateField
          key={key}
          label={DATE_JA[key]}
          placeholder="未入力"
          value={exemption[key]}
          onCommit={(date) => set({ [key]: date })}
        />
      ))}
      {shows('acquiredFiscalYear') ? (
        <TextField
          label="取得年度（西暦）"
          placeholder="未入力"
          value={exemption.acquiredFiscalYear?.toString()}
          onCommit={(text) => {
            const year = Number(foldWidth(text ?? '').replace(/\D/gu, ''));
            return set({ acquiredFiscalYear: year >= 1000 ? year : undefined });
          }}
        />
      ) : null}
      {shows('certificateNo') ? (
        <TextField
          label="認定番号"
          placeholder="未入力"
          value={exemption.certificateNo}
          onCommit={(certificateNo) => set({ certificateNo })}
        />
      ) : null}
      {shows('classField') ? (
        <TextField
          label="証の種別の記載"
          placeholder="未入力"
          value={exemption.classField}
          onCommit={(classField) => set({ classField })}
        />
      ) : null}
      {shows('renewalInProgress') ? (
        <YesNoField
          label="更新の手続き中"
          value={exemption.renewalInProgress}
          onCommit={(renewalInProgress) => set({ renewalInProgress })}
        />
      ) : null}
      {shows('confirmedWithOrgOn') ? (
        <>
          <DateField
            label="団体に確認した日"
            placeholder="まだ"
            value={exemption.confirmedWithOrgOn}
            onCommit={(confirmedWithOrgOn) => set({ confirmedWithOrgOn })}
          />
          <TextField
            label="確認の相手"
            placeholder="未入力"
            value={exemption.confirmedBy}
            onCommit={(confirmedBy) => set({ confirmedBy })}
          />
        </>
      ) : null}
      <CheckField
        label="写しを受け取った"
        checked={exemption.copyAttached === true}
        onCommit={(checked) => set({ copyAttached: checked })}
      />
      {showsAll ? null : (
        <button type="button" className="link exempt-more" onClick={() => setShowsAll(true)}>
          ほかの項目も出す
        </button>
      )}
    </div>
  );
}

/** What the row of the list looks at. */
function neededFields({ judgement }: Evidence): ReadonlySet<keyof Exemption> {
  const row = judgement.row;
  const needed = new Set<keyof Exemption>();
  if (judgement.confirmWith !== undefined) needed.add('confirmedWithOrgOn');
  if (!row) return needed;
  const { validity } = row.row;
  if (validity.kind === 'withinExpiry') needed.add('expiryDate');
  if (validity.kind === 'fiscalYearsAfter') needed.add('acquiredFiscalYear');
  if ('anchor' in validity) for (const key of validity.anchor) needed.add(key);
  const extra = row.table === 'specialty' ? row.row.extra : undefined;
  if (extra) for (const key of EXTRA_FIELDS[extra.kind]) needed.add(key);
  return needed;
}

const EXTRA_FIELDS = {
  renewalInProgress: ['renewalInProgress'],
  yearInNumber: ['certificateNo'],
  finalYear: ['confirmedWithOrgOn'],
  classField: ['classField'],
  expiryByBody: ['expiryDate', 'confirmedWithOrgOn'],
  experience: ['coachingExperienceOn'],
} as const satisfies Record<string, readonly (keyof Exemption)[]>;
