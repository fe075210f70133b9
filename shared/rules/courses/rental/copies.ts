/** コピー代: 講義資料と検定試験の作成費. */
import { COPY_PURPOSE_JA } from '../../../model/case/lines/rental.js';
import { rule } from '../../engine/rule.js';
import { warn } from '../../engine/verdict.js';
import { copiesBefore, overCopies } from '../../facts/copies.js';
import { sameName } from '../../../text.js';
import { billPapers, exclude, holdForPapers } from '../../facts/whole-line.js';

const CLAUSE = '基準一覧 3(3)備考';

/** 部数の上限. The same document on two lines = the same name and the same number of pages. */
export const copyCount = rule({
  id: 'RNT-COPY-01',
  clause: CLAUSE,
  stage: 'quantities',
  on: 'copy',
  check(line, ask) {
    const { unitPrice, pages, copies } = line;
    if (unitPrice === null || pages === undefined || copies === undefined) return undefined;
    const before = copiesBefore(
      line,
      ask.facts.linesOfKind('copy'),
      (other) => other.pages === pages && sameName(other.documentName, line.documentName),
      ask,
    );
    const priceOf = (allowed: number): number => unitPrice * pages * allowed;
    const document = { line, nameJa: line.documentName, copies, priceOf, copiesBefore: before };
    return overCopies(document, 'rental.copy.spare', ask);
  },
});

/** 一式: no price per sheet. */
export const copyUnitPrice = rule({
  id: 'RNT-COPY-02',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'copy',
  check(line, ask) {
    if (line.unitPrice !== null) return undefined;
    return exclude(
      line,
      ask,
      `「${line.documentName}」は1枚当たりの単価がないため（一式など）、対象外です`,
      '1枚当たりの単価・ページ数・部数が分かる明細であれば、それを入れてください',
    );
  },
});

/** リース・消耗品. */
export const copyExpenseKind = rule({
  id: 'RNT-COPY-03',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'copy',
  check(line, ask) {
    const kind = line.expenseKind ?? 'copy';
    if (kind === 'copy') return undefined;
    const whatJa = kind === 'lease' ? 'コピー機のリース' : 'トナー・用紙などの消耗品';
    return exclude(line, ask, `${whatJa}は、コピー代の対象外です`);
  },
});

/** 講義資料・検定試験以外の複写. */
export const copyPurpose = rule({
  id: 'RNT-COPY-04',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'copy',
  check(line, ask) {
    if (line.purpose === 'lectureMaterial' || line.purpose === 'examMaterial') return undefined;
    return exclude(line, ask, `コピー代の対象は講義資料と検定試験だけです（${COPY_PURPOSE_JA[line.purpose]}）`);
  },
});

/** 報告時: 請求明細書・振込明細書 (or cash with its papers) and a sample of what was copied. */
export const copyPapers = rule({
  id: 'RNT-COPY-05',
  clause: '基準一覧 3(3)',
  stage: 'papers',
  on: 'copy',
  at: 'report',
  check(line, ask) {
    const { facts } = ask;
    return holdForPapers([
      ...billPapers(line, facts),
      { nameJa: 'コピーした資料の現物', isThere: facts.hasPaper(line, 'copySample') },
    ]);
  },
});

/** 申請時: 外部業者に頼む場合の見積書. */
export const copyEstimate = rule({
  id: 'RNT-COPY-06',
  clause: '基準一覧 3(3)',
  stage: 'papers',
  on: 'copy',
  at: 'application',
  check(line, ask) {
    if (line.outsourced !== true || ask.facts.hasPaper(line, 'estimate')) return undefined;
    return warn('外部の業者に頼むコピーの見積書が付いていません', { remedyJa: '見積書を付けてください' });
  },
});
