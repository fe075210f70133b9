/** 科目 and 手続き by which the figures of a book are grouped. */

/** By the first word of a figure's key, in the order of the guide. */
export const AREAS = [
  { area: 'honoraria', ja: '諸謝金' },
  { area: 'travel', ja: '旅費' },
  { area: 'rental', ja: '借損料' },
  { area: 'printing', ja: '印刷製本費' },
  { area: 'consumables', ja: '消耗品費' },
  { area: 'communication', ja: '通信運搬費' },
  { area: 'settlement', ja: '精算' },
  { area: 'payments', ja: '支払・源泉徴収' },
  { area: 'course', ja: '講習会の要件・期限' },
  { area: 'application', ja: '申請' },
  { area: 'deadlines', ja: '期限' },
  { area: 'enrollment', ja: '受講者' },
  { area: 'exemption', ja: '免除' },
  { area: 'fees', ja: '受講料' },
] as const;

const REST = { area: '', ja: 'そのほか' } as const;

/** The area that a figure belongs to. */
export function areaOf(key: string): { readonly area: string; readonly ja: string } {
  const first = key.slice(0, key.indexOf('.'));
  return AREAS.find(({ area }) => area === first) ?? REST;
}
