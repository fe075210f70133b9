/** 印刷製本費: what may be printed, by whom, and how many copies. */
import { portion } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { confirm } from '../../engine/verdict.js';
import { copiesBefore, overCopies } from '../../facts/copies.js';
import { sameName } from '../../../text.js';
import { exclude } from '../../facts/whole-line.js';

/** オンラインだけの講習会. */
export const printingOnline = rule({
  id: 'PRN-MODE-01',
  clause: '基準一覧 4',
  stage: 'exclusions',
  on: 'printing',
  check(line, ask) {
    if (ask.facts.course.mode !== 'online') return undefined;
    return exclude(
      line,
      ask,
      '印刷製本費は集合の講習会だけが対象です（この講習会はオンライン）',
      '集合で行う日があれば、講習会の開催方法を「集合・オンライン併用」に直してください',
    );
  },
});

/** 集合・オンライン併用. */
export const printingHybrid = rule({
  id: 'PRN-MODE-02',
  clause: '基準一覧 4',
  stage: 'exclusions',
  on: 'printing',
  check(line, ask) {
    if (ask.facts.course.mode !== 'hybrid') return undefined;
    return confirm(`集合とオンラインの併用です。「${line.documentName}」${line.copies}部が集合の分か確認してください`, {
      remedyJa: '集合で受講する人の分だけの部数であることを特記事項に書いてください',
    });
  },
});

/** 部数の上限. */
export const printingCount = rule({
  id: 'PRN-CNT-01',
  clause: '基準一覧 4備考',
  stage: 'quantities',
  on: 'printing',
  check(line, ask) {
    const { copies, documentName, orderAmount } = line;
    const before = copiesBefore(
      line,
      ask.facts.linesOfKind('printing'),
      (other) => sameName(other.documentName, documentName),
      ask,
    );
    const priceOf = (allowed: number): number => portion(orderAmount, allowed, copies);
    return overCopies({ line, nameJa: documentName, copies, priceOf, copiesBefore: before }, 'printing.spare', ask);
  },
});

/** 市販の書籍. */
export const printingBook = rule({
  id: 'PRN-BOOK-01',
  clause: '基準一覧 4備考',
  stage: 'exclusions',
  on: 'printing',
  check(line, ask) {
    if (line.isReadyMadeBook !== true) return undefined;
    return exclude(line, ask, `「${line.documentName}」は市販の書籍等の購入です。印刷製本費の対象外です`);
  },
});

/** 印刷業者以外. */
export const printingSupplier = rule({
  id: 'PRN-KIND-01',
  clause: '基準一覧 4',
  stage: 'exclusions',
  on: 'printing',
  check(line) {
    const { supplierKind } = line;
    if (supplierKind === undefined || supplierKind === 'printer') return undefined;
    const byJa = supplierKind === 'ownCopier' ? '自団体の複写機' : 'セルフコピー';
    return confirm(`「${line.documentName}」は${byJa}で作られています。印刷業者への発注だけが対象です`, {
      remedyJa: 'コピー代に当たるものは、借損料のコピー代の行として入れ直してください',
    });
  },
});
