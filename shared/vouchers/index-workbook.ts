/** 証憑索引 and 不足書類 as sheets: the first and the last pages of the package, and a workbook beside its files. */
import { header, metaSheet } from '../forms/header.js';
import { courseNameJa, type PaperInput, REPORT_OR_APPLICATION, titleOf } from '../forms/paper.js';
import type { Workbook } from '../forms/sheet.js';
import { type Column, SheetDraft, type TableEntry, type TableRow } from '../forms/sheet-draft.js';
import { numbersJa } from '../forms/voucher-words.js';
import { workbookName } from '../forms/workbook-name.js';
import { ACCOUNT_JA, ACCOUNT_NO } from '../model/case/account.js';
import { yen } from '../money.js';
import type { IndexedVoucher, IndexGroup, MissingPaper, PackageIndex } from './package-index.js';

/** What the package knows beyond the index: where each voucher begins, and what is wrong with its files. */
export type PackageFindings = {
  /** First page of a voucher in the PDF, by its id; undefined where it has none. */
  readonly pageOf: (voucherId: string) => number | undefined;
  /** First page of the pictures that no voucher has. */
  readonly loosePage: number | undefined;
  /** What is wrong with the files of a voucher, in a few words. */
  readonly faultsOf: (voucherId: string) => readonly string[];
  /** What could not be done, in sentences. */
  readonly notesJa: readonly string[];
};

const INDEX_SHEET = '証憑索引';
const MISSING_SHEET = '不足書類';

const INDEX_COLUMNS = [
  { key: 'no', headJa: '証憑番号', width: 9.5, format: 'text', wrap: true },
  { key: 'kind', headJa: '書類の種類', width: 23, format: 'text', wrap: true },
  { key: 'names', headJa: '発行者・対象者／宛先', width: 22, format: 'text', wrap: true },
  { key: 'date', headJa: '日付', width: 10.5, format: 'date', align: 'center' },
  { key: 'amount', headJa: '金額\n（税込）', width: 9.5, format: 'yen' },
  { key: 'lines', headJa: '証明する明細', width: 38, format: 'text', wrap: true },
  { key: 'pages', headJa: '枚数', width: 5, format: 'count' },
  { key: 'page', headJa: 'PDFの\nページ', width: 6.5, format: 'count' },
  { key: 'note', headJa: '備考', width: 17, format: 'text', wrap: true },
  { key: 'account', headJa: '科目', width: 12, format: 'text', hidden: true },
] as const satisfies readonly Column[];
type Key = (typeof INDEX_COLUMNS)[number]['key'];

const MISSING_COLUMNS = [
  { key: 'account', headJa: '科目', width: 14, format: 'text', wrap: true },
  { key: 'paper', headJa: '不足している書類', width: 38, format: 'text', wrap: true },
  { key: 'lines', headJa: '明細', width: 46, format: 'text', wrap: true },
  { key: 'waiting', headJa: '待っている金額', width: 14, format: 'yen' },
  { key: 'note', headJa: '備考', width: 12, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type MissingKey = (typeof MISSING_COLUMNS)[number]['key'];

/** The workbook of the index; its sheets are the first and the last of the PDF. */
export function indexWorkbook(input: PaperInput, index: PackageIndex, findings: PackageFindings): Workbook {
  const meta = metaSheet(input);
  const drafts = [indexSheet(input, index, findings), missingSheet(input, index, findings), meta.draft];
  return {
    name: packageName(input),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}

/** R3_証憑_{団体}_{コーチ}_{競技}_{開始日}, for the PDF and the ZIP alike. */
export function packageName(input: PaperInput): string {
  return workbookName(input, ['証憑']);
}

function indexSheet(input: PaperInput, index: PackageIndex, findings: PackageFindings): SheetDraft {
  const draft = SheetDraft.for(INDEX_SHEET, 'landscape', INDEX_COLUMNS, { personal: true });
  header(draft, titleOf(INDEX_SHEET, input, REPORT_OR_APPLICATION), input, true);
  const twice = numbersGivenTwice(index);
  const placed = draft.table<Key>(
    INDEX_COLUMNS,
    [
      ...index.groups.flatMap((group): TableEntry<Key>[] => [
        { groupJa: [group.nameJa, `${group.vouchers.length}通`, `${group.pages}枚`, amountJa(group)].join('　') },
        ...group.vouchers.map((entry) => () => voucherRow(entry, group.nameJa, findings, twice)),
      ]),
      ...looseRows(index, findings),
    ],
    { emptyJa: '証憑が登録されていません' },
  );
  if (index.count > 0) {
    draft.sums<Key>(placed, '計', { pages: index.pages }, 'total', 'count');
  }
  for (const { places } of index.duplicates) {
    draft.text(`同じ画像が${places.length}か所にあります：${numbersJa(places)}`, 'small');
  }
  return draft;
}

/** Numbers that more than one voucher has. */
function numbersGivenTwice({ groups }: PackageIndex): ReadonlySet<string> {
  const numbers = groups.flatMap(({ vouchers }) => vouchers.flatMap(({ voucher }) => voucher.no ?? []));
  return new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index));
}

function voucherRow(
  entry: IndexedVoucher,
  account: string,
  findings: PackageFindings,
  twice: ReadonlySet<string>,
): TableRow<Key> {
  const { voucher, lines } = entry;
  const { issuer, personName, addressee } = voucher;
  const faults = findings.faultsOf(voucher.id);
  const notes = notesOf(entry, faults, twice);
  return {
    no: { value: entry.noJa, look: voucher.no === undefined || twice.has(voucher.no) ? 'confirm' : 'body' },
    kind: entry.kindJa,
    names: distinct([issuer, personName, addressee === undefined ? undefined : `宛先 ${addressee}`]).join('\n'),
    date: voucher.issuedOn ?? voucher.usedOn ?? null,
    amount: voucher.amount ?? null,
    lines: linesJa(entry.lines, 4) || { value: lines.length === 0 ? '明細なし' : '', look: 'confirm' },
    pages: entry.pages > 0 ? entry.pages : null,
    page: findings.pageOf(voucher.id) ?? null,
    note: faults.length > 0 ? { value: notes.join('\n'), look: 'held' } : notes.join('\n'),
    account,
  };
}

/** 「31,000円」, 「31,000円（22通のうち3通）」 where the other vouchers have no amount, 「金額の記録なし」. */
export function amountJa({ vouchers, amount }: IndexGroup): string {
  const recorded = vouchers.filter(({ voucher }) => voucher.amount !== undefined).length;
  if (recorded === 0) return '金額の記録なし';
  return `${yen(amount)}${recorded < vouchers.length ? `（${vouchers.length}通のうち${recorded}通）` : ''}`;
}

function notesOf(
  { voucher, pictures }: IndexedVoucher,
  faults: readonly string[],
  twice: ReadonlySet<string>,
): string[] {
  const ofNumber = voucher.no === undefined ? '番号なし' : twice.has(voucher.no) ? '番号が重複' : '';
  const notes = [
    ofNumber,
    pictures.length === 0 ? '画像なし' : '',
    voucher.isOriginal === false ? '写し' : '',
    ...faults,
    voucher.note ?? '',
  ];
  return notes.filter((note) => note !== '');
}

/** One row for all pictures that no voucher has. */
function looseRows({ loose }: PackageIndex, { loosePage }: PackageFindings): TableEntry<Key>[] {
  if (loose.length === 0) return [];
  const pages = loose.reduce((sum, picture) => sum + picture.pages, 0);
  const row: TableRow<Key> = {
    no: { value: '未整理', look: 'confirm' },
    kind: '証憑に結び付けていない画像',
    pages,
    page: loosePage ?? null,
    account: '未整理の画像',
  };
  return [{ groupJa: `未整理の画像　${loose.length}件` }, () => row];
}

/** 「2-05 村瀬 千尋 宿泊、2-06 …」; beyond `most` only how many more. */
export function linesJa(lines: IndexedVoucher['lines'], most: number): string {
  const shown = lines.slice(0, most).map(({ no, nameJa }) => `${no} ${nameJa}`);
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [`ほか${left}件`] : [])].join('、');
}

function missingSheet(input: PaperInput, index: PackageIndex, { notesJa }: PackageFindings): SheetDraft {
  const draft = SheetDraft.for(MISSING_SHEET, 'landscape', MISSING_COLUMNS, { personal: true });
  header(draft, titleOf(MISSING_SHEET, input, REPORT_OR_APPLICATION), input, true);
  const placed = draft.table<MissingKey>(
    MISSING_COLUMNS,
    index.missing.map((entry) => () => missingRow(entry)),
    { emptyJa: '必要な書類はそろっています' },
  );
  if (index.missing.length > 0) {
    const waiting = index.missing.reduce((sum, entry) => sum + entry.waiting, 0);
    draft.sums<MissingKey>(placed, `計　${index.missing.length}件`, { waiting });
  }
  const paperOnly = index.groups.flatMap(({ vouchers }) => vouchers.filter(({ pictures }) => pictures.length === 0));
  if (paperOnly.length > 0) {
    draft.gap();
    draft.text(`画像のない証憑（紙の原本を添えてください）：${numbersJa(paperOnly.map(({ noJa }) => noJa))}`, 'body');
  }
  if (notesJa.length > 0) {
    draft.block('この証憑一式で確かめること', () => {
      for (const note of notesJa) draft.text(`・${note}`, 'body');
    });
  }
  return draft;
}

function missingRow({ account, labelJa, detailJa, lines, waiting }: MissingPaper): TableRow<MissingKey> {
  return {
    account: account === undefined ? '' : `${ACCOUNT_NO[account]} ${ACCOUNT_JA[account]}`,
    paper: distinct([labelJa, detailJa]).join('\n'),
    lines: linesJa(lines, 6),
    waiting: waiting > 0 ? { value: waiting, look: 'held' } : null,
    note: waiting > 0 ? '保留' : '不足',
  };
}

function distinct(words: readonly (string | undefined)[]): string[] {
  return [...new Set(words.filter((word) => word !== undefined && word !== ''))] as string[];
}
