/** Whether a row of a list and a person are the same: certain, to be asked, or not. */
import { withoutSpaces } from '../text.js';
import type { PersonValues } from './read-people.js';

/** What is compared of a person, whether it stands in the list or in the course. */
export type Identity = {
  readonly [K in 'nameJa' | 'nameKana' | 'birthDate' | 'myPageId']?: PersonValues[K] | undefined;
};

export type Likeness =
  | { readonly kind: 'same' }
  /** One name and nothing that tells them apart or together. */
  | { readonly kind: 'nameOnly' }
  | { readonly kind: 'perhaps'; readonly ja: string };

/** Old and new forms of letters that names are typed with. */
const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'髙高 﨑崎 嵜崎 碕崎 濵浜 濱浜 邉辺 邊辺 齋斎 齊斎 斉斎 澤沢 廣広 德徳 櫻桜 國国 眞真 圓円 龍竜 槇槙 惠恵 澁渋 瀨瀬 嶋島 嶌島 𠮷吉 冨富 藏蔵 榮栄 壽寿 黑黒 靜静 彌弥 與与 條条 豐豊 學学 實実 會会 來来 關関 總総 淸清 增増 遙遥 曾曽 塚塚 祐祐 神神'.split(
      ' ',
    ),
  ].map((pair) => {
    const [old = '', plain = ''] = [...pair];
    return [old, plain];
  }),
);

/** A name to compare by: without spaces. */
export function nameKey(name: string): string {
  return withoutSpaces(name);
}

/** A name in the plain forms of its letters. */
export function plainName(name: string): string {
  return [...nameKey(name)].map((letter) => FORMS[letter] ?? letter).join('');
}

/** Keys under which a person is looked for; whoever shares none of them is somebody else. */
export function lookupKeys({ nameJa, nameKana, birthDate, myPageId }: Identity): string[] {
  return [
    ...(nameJa === undefined ? [] : [`name ${plainName(nameJa)}`]),
    ...(nameKana === undefined || birthDate === undefined ? [] : [`kana ${nameKey(nameKana)} ${birthDate}`]),
    ...(myPageId === undefined ? [] : [`id ${myPageId}`]),
  ];
}

type Compared = 'equal' | 'differ' | 'unknown';

function compared(a: string | undefined, b: string | undefined): Compared {
  if (a === undefined || b === undefined) return 'unknown';
  return nameKey(a) === nameKey(b) ? 'equal' : 'differ';
}

/** How much two of them are alike; undefined for two different people. */
export function likeness(a: Identity, b: Identity): Likeness | undefined {
  const name = compared(a.nameJa, b.nameJa);
  const kana = compared(a.nameKana, b.nameKana);
  const birth = compared(a.birthDate, b.birthDate);
  const id = compared(a.myPageId, b.myPageId);
  if (id === 'equal') {
    if (name === 'equal' || birth === 'equal') return { kind: 'same' };
    return perhaps('マイページIDは同じですが、氏名が違います');
  }
  if (name === 'equal') return byName(kana, birth, id);
  if (birth !== 'equal') return undefined;
  if (a.nameJa !== undefined && b.nameJa !== undefined && plainName(a.nameJa) === plainName(b.nameJa)) {
    return perhaps('生年月日が同じで、氏名の字の形だけが違います');
  }
  return kana === 'equal' ? perhaps('フリガナと生年月日が同じで、氏名が違います') : undefined;
}

function byName(kana: Compared, birth: Compared, id: Compared): Likeness | undefined {
  if (birth === 'equal') {
    if (kana === 'differ') return perhaps('氏名と生年月日が同じで、フリガナが違います');
    return id === 'differ' ? perhaps('氏名と生年月日が同じで、マイページIDが違います') : { kind: 'same' };
  }
  if (kana === 'differ') return undefined;
  if (birth === 'unknown') return { kind: 'nameOnly' };
  return kana === 'equal'
    ? perhaps('氏名とフリガナが同じで、生年月日が違います')
    : perhaps('氏名が同じで、生年月日が違います');
}

function perhaps(ja: string): Likeness {
  return { kind: 'perhaps', ja };
}
