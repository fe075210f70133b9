/** Text as people write it: widths, spaces, names and legal forms. */

/** Half-width letters, digits and signs, full-width kana: to read numbers and to compare; never to show or to keep (NFKC changes ㈱). */
export function foldWidth(text: string): string {
  return text.normalize('NFKC');
}

/** Without any white space, half or full width. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** One spelling to compare by, whatever the widths and spaces: banks print half-width kana. */
export function folded(text: string): string {
  return withoutSpaces(foldWidth(text));
}

/** Equal when spaces are ignored: `架空 一郎` and `架空　一郎`. */
export function sameName(a: string, b: string): boolean {
  return withoutSpaces(a) === withoutSpaces(b);
}

/** 法人格 and their abbreviations, dropped when two organisation names are compared. */
const LEGAL_FORMS =
  /公益財団法人|公益社団法人|一般財団法人|一般社団法人|特定非営利活動法人|独立行政法人|社会福祉法人|学校法人|財団法人|社団法人|NPO法人|株式会社|有限会社|合同会社|[(（](?:公財|公社|一財|一社|特非|独|財|社|株|有|同|福|学)[)）]|㈱|㈲|㈳|㈶/gu;

/** An organisation's name without spaces and legal form. */
export function bareOrganizationName(name: string): string {
  return withoutSpaces(name).replace(LEGAL_FORMS, '');
}

/** Digits, commas, 円 and full-width figures as an integer; `undefined` when it is not a whole number. */
export function parseWholeNumber(text: string): number | undefined {
  const plain = foldWidth(text)
    .replace(/[,、\s円¥\\]/gu, '')
    .replace(/[−ー－‐]/gu, '-');
  if (!/^-?\d{1,15}$/.test(plain)) return undefined;
  return Number(plain);
}
