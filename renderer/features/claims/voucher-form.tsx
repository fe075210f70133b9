import { IconPhotoPlus } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../../shared/model/case/voucher.js';
import type { PaperNeed } from '../../../shared/rules/papers-needed.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { CheckField, SelectField } from '../../ui/select-field.js';
import type { CourseDraft } from '../../db/course-draft.js';
import { PICTURE_FILES, usePictureKeeper } from '../../desk/use-keep-pictures.js';
import { addVoucher, attachVoucher } from '../../desk/voucher-edits.js';
import {
  freshVoucherId,
  ORIGINALS,
  voucherDraft,
  type VoucherDraft,
  voucherFrom,
  vouchersToAttach,
} from '../../desk/new-voucher.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  /** The gap that it fills; absent: any paper of the line. */
  readonly need: PaperNeed | undefined;
  readonly onDone: () => void;
};

const NEW = 'new';

/** 証憑を記録: a new record, or one that is already there, hung on the line. */
export function VoucherForm({ claims, line, need, onDone }: Props): ReactNode {
  const { facts, changes } = claims;
  const [chosen, setChosen] = useState(NEW);
  const [draft, setDraft] = useState<VoucherDraft>(() =>
    voucherDraft(need?.ways[0]?.[0] ?? 'receiptOriginal', line, facts),
  );
  const set = (fields: Partial<VoucherDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const known = need ? vouchersToAttach(need, line, facts) : [];
  const kinds = need && need.ways.length > 0 ? need.ways.flat() : (Object.keys(VOUCHER_KINDS) as VoucherKind[]);

  const keeper = usePictureKeeper({ courseId: claims.courseId });
  const chooser = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);

  /** The voucher of this form on the line; its id. */
  const record = (course: CourseDraft): string => {
    const voucher = facts.voucher(chosen);
    if (voucher) {
      attachVoucher(line, voucher)(course);
      return voucher.id;
    }
    const made = voucherFrom(freshVoucherId(), draft, line, need, facts);
    addVoucher(line, made)(course);
    return made.id;
  };
  const save = async (): Promise<void> => {
    if (files.length > 0) {
      const placing = await keeper.add(files, { kind: 'record', record });
      // What was refused stays to be seen; the form waits for another file.
      if (placing?.voucherId === undefined) setFiles([]);
      else onDone();
      return;
    }
    const recorded = await changes.act('証憑を記録しました', (course) => void record(course));
    if (recorded.ok) onDone();
  };

  return (
    <form
      className="panel-form"
      aria-label="証憑の記録"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="panel-form-title">
        {need?.labelJa ?? '証憑'}
        {need?.detailJa !== undefined && <span className="second"> {need.detailJa}</span>}
      </p>
      {known.length > 0 && (
        <SelectField
          label="証憑"
          value={chosen}
          choices={[
            { value: NEW, ja: '新しく記録する' },
            ...known.map((voucher) => ({
              value: voucher.id,
              ja: `${voucher.no ?? '番号なし'} ${VOUCHER_KINDS[voucher.kind].ja}`,
            })),
          ]}
          onCommit={(value) => setChosen(value ?? NEW)}
        />
      )}
      {chosen === NEW && (
        <>
          <SelectField
            label="種類"
            value={draft.kind}
            choices={[...new Set(kinds)].map((kind) => ({ value: kind, ja: VOUCHER_KINDS[kind].ja }))}
            onCommit={(kind) => kind && setDraft({ ...voucherDraft(kind, line, facts), no: draft.no })}
          />
          <div className="panel-form-pair">
            <TextField label="番号" value={draft.no} onCommit={(no) => set({ no })} />
            <DateField
              label="日付"
              value={draft.issuedOn}
              year={facts.course.fiscalYear}
              onCommit={(issuedOn) => set({ issuedOn })}
            />
          </div>
          <TextField label="宛先" value={draft.addressee} onCommit={(addressee) => set({ addressee })} />
          <AmountField label="金額" value={draft.amount} onCommit={(amount) => set({ amount })} />
          {ORIGINALS.includes(draft.kind) && (
            <CheckField label="原本がある" checked={draft.isOriginal} onCommit={(isOriginal) => set({ isOriginal })} />
          )}
        </>
      )}
      <div className="panel-form-files">
        <Button
          size="small"
          icon={<IconPhotoPlus size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => chooser.current?.click()}
        >
          写真・PDFを入れる
        </Button>
        <span className="second">{files.map((file) => file.name).join('、')}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={PICTURE_FILES}
          aria-label="この証憑の写真・PDF"
          onChange={(event) => {
            setFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {keeper.place}
      <div className="panel-form-buttons">
        <Button type="submit" disabled={keeper.isWorking}>
          記録する
        </Button>
        <Button kind="bare" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
