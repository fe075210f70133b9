/** 法人略語・営業所略語 of bank transfers: the legal form of a name as the one to four kana that banks write for it. */
import { enlarged } from './enlarged.js';

/** Longest first, so that 一般社団法人 is not found as 社団法人. In kanji and in kana as names are read. */
const LEGAL_FORMS: readonly (readonly [abbreviation: string, spellings: readonly string[]])[] = [
  ['トクヒ', ['特定非営利活動法人', 'トクテイヒエイリカツドウホウジン', 'NPO法人']],
  ['シヤ', ['公益社団法人', 'コウエキシャダンホウジン', '一般社団法人', 'イッパンシャダンホウジン']],
  ['ザイ', ['公益財団法人', 'コウエキザイダンホウジン', '一般財団法人', 'イッパンザイダンホウジン']],
  ['シヤ', ['社団法人', 'シャダンホウジン']],
  ['ザイ', ['財団法人', 'ザイダンホウジン']],
  ['チドク', ['地方独立行政法人', 'チホウドクリツギョウセイホウジン']],
  ['ドク', ['独立行政法人', 'ドクリツギョウセイホウジン']],
  ['ダイ', ['国立大学法人', 'コクリツダイガクホウジン', '公立大学法人', 'コウリツダイガクホウジン']],
  ['フク', ['社会福祉法人', 'シャカイフクシホウジン']],
  ['ガク', ['学校法人', 'ガッコウホウジン']],
  ['シユウ', ['宗教法人', 'シュウキョウホウジン']],
  ['イ', ['医療法人社団', 'イリョウホウジンシャダン', '医療法人財団', 'イリョウホウジンザイダン']],
  ['イ', ['社会医療法人', 'シャカイイリョウホウジン', '医療法人', 'イリョウホウジン']],
  ['カ', ['株式会社', 'カブシキガイシャ', 'カブシキカイシャ', '㈱', '(株)', '（株）']],
  ['ユ', ['有限会社', 'ユウゲンガイシャ', 'ユウゲンカイシャ', '㈲', '(有)', '（有）']],
  ['ド', ['合同会社', 'ゴウドウガイシャ', 'ゴウドウカイシャ']],
  ['シ', ['合資会社', 'ゴウシガイシャ', 'ゴウシカイシャ']],
  ['メ', ['合名会社', 'ゴウメイガイシャ', 'ゴウメイカイシャ']],
];

const OFFICES: readonly (readonly [abbreviation: string, spellings: readonly string[]])[] = [
  ['エイ', ['営業所', 'エイギョウショ', 'エイギョウジョ']],
  ['シユツ', ['出張所', 'シュッチョウショ', 'シュッチョウジョ']],
];

/**
 * A name with its legal form abbreviated: `カ)スイレン` at the head, `スイレン(カ` at the end, `(カ)` between; one legal
 * form at most, then one office at the end. Kana is expected without small letters. Names already abbreviated stay.
 */
export function withLegalForm(name: string): string {
  return abbreviated(abbreviated(name.trim(), LEGAL_FORMS), OFFICES);
}

function abbreviated(name: string, table: typeof LEGAL_FORMS): string {
  for (const [abbreviation, spellings] of table) {
    for (const spelling of spellings) {
      const written = enlarged(spelling);
      const at = name.indexOf(written);
      if (at >= 0) return joined(name.slice(0, at), abbreviation, name.slice(at + written.length));
    }
  }
  return name;
}

function joined(before: string, abbreviation: string, after: string): string {
  const head = before.trimEnd();
  const tail = after.trimStart();
  if (head === '' && tail === '') return abbreviation;
  if (head === '') return `${abbreviation})${tail}`;
  return tail === '' ? `${head}(${abbreviation}` : `${head}(${abbreviation})${tail}`;
}
