/** A book as one file: always in the same order, so that two files can be laid side by side. */
import type { RulebookFile } from '../engine/rulebook.js';

/** The file with its keys in a fixed order: head, documents, figures by `keys`, exemption tables by number. */
export function bookDocument(file: RulebookFile, keys: readonly string[]): RulebookFile {
  const rest = Object.keys(file.figures).filter((key) => !keys.includes(key));
  const ordered = [...keys, ...rest.sort()];
  const byNumber = <R extends { readonly no: number }>(rows: readonly R[]): R[] =>
    [...rows].sort((a, b) => a.no - b.no);
  return {
    format: file.format,
    version: file.version,
    id: file.id,
    edition: file.edition,
    titleJa: file.titleJa,
    fiscalYear: file.fiscalYear,
    from: file.from,
    to: file.to,
    state: file.state,
    sources: file.sources,
    figures: Object.fromEntries(
      ordered.flatMap((key) => {
        const figure = file.figures[key];
        return figure ? [[key, figure]] : [];
      }),
    ),
    exemptions: { common: byNumber(file.exemptions.common), specialty: byNumber(file.exemptions.specialty) },
  };
}

/** The lines at the head of the file, for whoever opens it in an editor. */
export function bookComment(file: RulebookFile): string[] {
  return [
    `${file.titleJa}（第${file.edition}版${file.state === 'draft' ? '・改訂案' : ''}）`,
    '講習会デスクの「基準」から書き出したファイルです。取り込むと改訂案になります。',
    '値は単位ごとの整数です（km は 0.1km 単位、時刻は 0 時からの分）。source は上の sources の見出し、at は資料の中の場所です。',
  ];
}
