/** 同じ証憑: one bill or receipt in two courses (DEC-47: shared costs are split by hand). */
import { shortDateJa } from '../../dates.js';
import { VOUCHER_KINDS, type Voucher, type VoucherKind } from '../../model/case/voucher.js';
import { sum, yen } from '../../money.js';
import { bareOrganizationName, foldWidth } from '../../text.js';
import type { AcrossFinding, AcrossPlace } from './finding.js';
import { byKey, inOrder } from './matches.js';
import type { Source } from './source.js';

/** Papers that say how things are and not what was paid; the same one belongs to every course. */
const GENERAL: readonly VoucherKind[] = [
  'travelRegulation',
  'fareEvidence',
  'routeMap',
  'priceList',
  'bankFeeTable',
  'estimate',
  'competingQuotes',
  'copySample',
  'printedSample',
  'extraAssistantRequest',
  'theoryAssistantRequest',
  'reasonSheet',
  'cashReasonNote',
];

type Bill = { readonly voucher: Voucher; readonly places: readonly AcrossPlace[]; readonly claimed: number };

/** One finding per paper that lies in two courses or more. All of them are 要確認: the amounts stay. */
export function sharedVouchers(sources: readonly Source[]): AcrossFinding[] {
  const bills = sources.flatMap(billsOf);
  const byFile = [...byKey(bills, fileKey)].flatMap(([key, group]) => findingOf(`file ${key}`, group, true));
  const byBill = [...byKey(bills, billKey)].flatMap(([key, group]) =>
    // The same file has been said already.
    new Set(group.map((bill) => fileKey(bill) ?? '')).size === 1 && fileKey(group[0]) !== undefined
      ? []
      : findingOf(`bill ${key}`, group, false),
  );
  return [...byFile, ...byBill];
}

function billsOf({ facts, place }: Source): Bill[] {
  const claimed = byKey(
    facts.lines.flatMap((line) => facts.papersOf(line).map((voucher) => ({ voucher, line }))),
    (entry) => entry.voucher.id,
  );
  return facts.vouchers
    .filter((voucher) => !GENERAL.includes(voucher.kind))
    .map((voucher) => {
      const lines = (claimed.get(voucher.id) ?? []).map((entry) => entry.line);
      const places = lines.map((line) => place(`${paperJa(voucher)} 請求${yen(facts.claimed(line))}`, line));
      return {
        voucher,
        places: places.length === 0 ? [place(`${paperJa(voucher)}（明細なし）`)] : places,
        claimed: sum(lines.map((line) => facts.claimed(line))),
      };
    });
}

function fileKey(bill: Bill | undefined): string | undefined {
  const file = bill?.voucher.fileRef?.trim();
  return file === undefined || file === '' ? undefined : file;
}

/** The keys of the findings that would name this voucher, were it in another course too. */
export function findingKeys(voucher: Voucher): string[] {
  if (GENERAL.includes(voucher.kind)) return [];
  const bill = { voucher, places: [], claimed: 0 };
  const keys = { file: fileKey(bill), bill: billKey(bill) };
  return Object.entries(keys).flatMap(([kind, key]) => (key === undefined ? [] : [`voucher ${kind} ${key}`]));
}

/** Issuer, day and amount; a paper that lacks one of them is not compared. */
function billKey({ voucher }: Bill): string | undefined {
  const { issuer, issuedOn, amount } = voucher;
  const name = bareOrganizationName(foldWidth(issuer ?? ''));
  return name === '' || issuedOn === undefined || amount === undefined ? undefined : `${name} ${issuedOn} ${amount}`;
}

function findingOf(key: string, group: readonly Bill[], isSameFile: boolean): AcrossFinding[] {
  const places = inOrder(group.flatMap((bill) => bill.places.map((place) => ({ place })))).map((entry) => entry.place);
  const courses = new Set(places.map((place) => place.courseId)).size;
  const [first] = inOrder(group.map((bill) => ({ ...bill, place: bill.places[0] ?? NOWHERE })));
  if (courses < 2 || !first) return [];
  return [
    {
      key: `voucher ${key}`,
      kind: 'voucher',
      titleJa: `${paperJa(first.voucher)}${isSameFile ? '（同じファイル）' : ''}`,
      messageJa: messageJa(first.voucher, group, courses, isSameFile),
      remedyJa: '費用を分けて計上しているときは、それぞれの講習会の分だけを請求します',
      isDoubtful: true,
      places,
    },
  ];
}

const NOWHERE: AcrossPlace = { courseId: '', courseJa: '', textJa: '' };

function messageJa(voucher: Voucher, group: readonly Bill[], courses: number, isSameFile: boolean): string {
  const { issuer, issuedOn, amount } = voucher;
  const facts = [
    issuer,
    issuedOn === undefined ? undefined : shortDateJa(issuedOn),
    amount === undefined ? undefined : yen(amount),
  ];
  const what = isSameFile
    ? '同じファイルの証憑'
    : `発行者・日付・金額が同じ証憑（${facts.filter((one) => one !== undefined).join('、')}）`;
  const claimed = sum(group.map((bill) => bill.claimed));
  const total = `請求は合わせて${yen(claimed)}`;
  const beside = amount === undefined ? '' : `、証憑の額は${yen(amount)}`;
  return `${what}が${courses}つの講習会にあります。${total}${beside}です`;
}

function paperJa({ kind, no }: Voucher): string {
  return no === undefined || no.trim() === '' ? VOUCHER_KINDS[kind].ja : `${VOUCHER_KINDS[kind].ja} ${no}`;
}
