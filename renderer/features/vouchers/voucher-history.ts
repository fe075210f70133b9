/** 訂正・削除の履歴: what the log of changes says of vouchers, by voucher; deleted ones stay readable. */
import { slashDate } from '../../../shared/dates.js';
import { ACCOUNT_JA } from '../../../shared/model/case/account.js';
import { CASE_STAGE_JA } from '../../../shared/model/case/course.js';
import { VOUCHER_KINDS, type Voucher, voucher as voucherRecord } from '../../../shared/model/case/voucher.js';
import type { Change, ChangeStep, Json } from '../../../shared/model/change.js';
import { yen } from '../../../shared/money.js';
import { type Picture, picture as pictureRecord } from '../../../shared/vouchers/picture.js';

export type FieldChange = { readonly labelJa: string; readonly before: string; readonly after: string };

export type HistoryEntry = {
  readonly seq: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What the user did; of 元に戻す and やり直す what was taken back or done again. */
  readonly labelJa: string;
  readonly kind: 'recorded' | 'changed' | 'deleted';
  readonly fields: readonly FieldChange[];
};

/** A voucher as it was when it was deleted. */
export type DeletedVoucher = { readonly voucher: Voucher; readonly pictures: readonly Picture[]; readonly at: string };

export type VoucherHistory = {
  /** The latest first; empty where nothing is known. */
  readonly of: (voucherId: string) => readonly HistoryEntry[];
  /** Vouchers that are not there any more, the latest deleted first. */
  readonly deleted: readonly DeletedVoucher[];
};

/** Reads the log of one course change by change; what was read is not read again. */
export class HistoryReader {
  readonly #entries = new Map<string, HistoryEntry[]>();
  readonly #deleted = new Map<string, DeletedVoucher>();
  #seq = 0;

  constructor(readonly courseId: string) {}

  /** The last change that was read; 0 before the first. */
  get seq(): number {
    return this.#seq;
  }

  read(change: Change): void {
    this.#seq = Math.max(this.#seq, change.seq);
    const own = change.steps.filter((step) => step.key.startsWith(`${this.courseId}/`));
    const vouchers = new Map<string, FieldChange[]>();
    const kinds = new Map<string, HistoryEntry['kind']>();
    const gone = own.flatMap((step) => (step.table === 'pictures' ? (pictureIn(step.before) ?? []) : []));
    for (const step of own) {
      const id = step.key.slice(this.courseId.length + 1);
      if (step.table === 'vouchers') {
        push(vouchers, id, voucherFields(step));
        kinds.set(id, step.before === null ? 'recorded' : step.after === null ? 'deleted' : 'changed');
        this.#noteDeletion(id, step, gone, change.at);
      } else {
        for (const [voucherId, field] of linkFields(step)) push(vouchers, voucherId, [field]);
      }
    }
    for (const [id, all] of vouchers) {
      const isSaid = all.some((field) => field.labelJa === PICTURE_JA);
      const fields = isSaid ? all.filter((field) => field.labelJa !== KEPT_JA) : all;
      const kind = kinds.get(id) ?? 'changed';
      if (fields.length === 0 && kind === 'changed') continue;
      push(this.#entries, id, [{ seq: change.seq, at: change.at, labelJa: labelJa(change), kind, fields }]);
    }
  }

  history(): VoucherHistory {
    return {
      of: (voucherId) => [...(this.#entries.get(voucherId) ?? [])].reverse(),
      deleted: [...this.#deleted.values()].sort((a, b) => (a.at < b.at ? 1 : -1)),
    };
  }

  #noteDeletion(id: string, step: ChangeStep, pictures: readonly Picture[], at: string): void {
    const voucher = step.after === null ? voucherIn(step.before) : undefined;
    if (voucher) {
      this.#deleted.set(id, { voucher, pictures: pictures.filter((picture) => picture.voucherId === id), at });
    } else {
      this.#deleted.delete(id);
    }
  }
}

function labelJa({ labelJa: own, undoes, redoes }: Change): string {
  if (undoes !== undefined) return `元に戻しました：${own}`;
  return redoes === undefined ? own : `やり直しました：${own}`;
}

function push<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  map.set(key, [...(map.get(key) ?? []), ...values]);
}

function valueIn(row: Json): unknown {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? row['value'] : undefined;
}

function voucherIn(row: Json): Voucher | undefined {
  const read = voucherRecord.safeParse(valueIn(row));
  return read.success ? read.data : undefined;
}

function pictureIn(row: Json): Picture | undefined {
  const read = pictureRecord.safeParse(valueIn(row));
  return read.success ? read.data : undefined;
}

const EMPTY_JA = '（なし）';
const TIED_JA = 'つないでいる';
const UNTIED_JA = 'つないでいない';
const PICTURE_JA = '画像';
/** Said only where the change of the picture itself does not say it. */
const KEPT_JA = '画像の控え';

const WORDS: {
  readonly [K in keyof Voucher]-?: { readonly labelJa: string; readonly say: (value: Voucher) => string };
} = {
  id: { labelJa: '', say: () => '' },
  no: { labelJa: '番号', say: ({ no }) => no ?? EMPTY_JA },
  kind: { labelJa: '種類', say: ({ kind }) => VOUCHER_KINDS[kind].ja },
  account: { labelJa: '科目', say: ({ account }) => (account === undefined ? EMPTY_JA : ACCOUNT_JA[account]) },
  phase: { labelJa: '段階', say: ({ phase }) => (phase === undefined ? EMPTY_JA : CASE_STAGE_JA[phase]) },
  issuer: { labelJa: '発行者', say: ({ issuer }) => issuer ?? EMPTY_JA },
  addressee: { labelJa: '宛名', say: ({ addressee }) => addressee ?? EMPTY_JA },
  issuedOn: { labelJa: '日付', say: ({ issuedOn }) => dayJa(issuedOn) },
  amount: { labelJa: '金額', say: ({ amount }) => (amount === undefined ? EMPTY_JA : yen(amount)) },
  taxIncluded: { labelJa: '税込', say: ({ taxIncluded }) => yesNoJa(taxIncluded) },
  isOriginal: { labelJa: '原本を綴じた', say: ({ isOriginal }) => yesNoJa(isOriginal) },
  fileRef: {
    labelJa: KEPT_JA,
    say: ({ fileRef }) => (fileRef === undefined ? EMPTY_JA : `控え ${fileRef.slice(0, 8)}`),
  },
  personName: { labelJa: '支払った人', say: ({ personName }) => personName ?? EMPTY_JA },
  route: { labelJa: '区間', say: ({ route }) => route ?? EMPTY_JA },
  usedOn: { labelJa: '利用日', say: ({ usedOn }) => dayJa(usedOn) },
  note: { labelJa: '備考', say: ({ note }) => note ?? EMPTY_JA },
};
const FIELDS = Object.keys(WORDS) as (keyof Voucher)[];

function dayJa(day: string | undefined): string {
  return day === undefined ? EMPTY_JA : slashDate(day);
}

function yesNoJa(value: boolean | undefined): string {
  return value === undefined ? EMPTY_JA : value ? 'はい' : 'いいえ';
}

/** Fields that differ; of a new or deleted voucher all that are filled. */
function voucherFields({ before, after }: ChangeStep): FieldChange[] {
  const old = voucherIn(before);
  const next = voucherIn(after);
  return FIELDS.flatMap((field) => {
    const { labelJa: name, say } = WORDS[field];
    const from = old ? say(old) : EMPTY_JA;
    const to = next ? say(next) : EMPTY_JA;
    return name === '' || from === to ? [] : [{ labelJa: name, before: from, after: to }];
  });
}

/** Vouchers that a line or a payment took or let go, and pictures that came, went or were turned, by voucher. */
function linkFields(step: ChangeStep): [string, FieldChange][] {
  if (step.table === 'pictures') return pictureFields(step);
  if (step.table !== 'lines' && step.table !== 'transfers') return [];
  const old = listed(step.before);
  const next = listed(step.after);
  const labelJa = step.table === 'lines' ? '明細' : '支払';
  const field = (isGone: boolean): FieldChange => ({
    labelJa,
    before: isGone ? TIED_JA : UNTIED_JA,
    after: isGone ? UNTIED_JA : TIED_JA,
  });
  return [
    ...old.filter((id) => !next.includes(id)).map((id): [string, FieldChange] => [id, field(true)]),
    ...next.filter((id) => !old.includes(id)).map((id): [string, FieldChange] => [id, field(false)]),
  ];
}

function listed(row: Json): string[] {
  const value = valueIn(row);
  const ids = typeof value === 'object' && value !== null && 'voucherIds' in value ? value.voucherIds : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function pictureFields({ before, after }: ChangeStep): [string, FieldChange][] {
  const old = pictureIn(before);
  const next = pictureIn(after);
  const ids = new Set([old?.voucherId, next?.voucherId].filter((id) => id !== undefined));
  return [...ids].flatMap((id): [string, FieldChange][] => {
    const from = old?.voucherId === id ? lookJa(old) : EMPTY_JA;
    const to = next?.voucherId === id ? lookJa(next) : EMPTY_JA;
    return from === to ? [] : [[id, { labelJa: PICTURE_JA, before: from, after: to }]];
  });
}

/** 「領収書.jpg 90°・切り抜き」 */
function lookJa({ nameJa, turn, crop, stamp }: Picture): string {
  const looks = [
    turn === 0 ? undefined : `${turn}°`,
    crop && `切り抜き ${crop.width / 10}×${crop.height / 10}%`,
    stamp && `番号の位置 ${stamp.x / 10},${stamp.y / 10}%`,
  ].filter((word) => word !== undefined);
  return looks.length === 0 ? nameJa : `${nameJa}（${looks.join('・')}）`;
}
