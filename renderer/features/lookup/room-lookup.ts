/** 早見 会場の対象時間. */
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { dayOf } from '../../../shared/rules/lookup/lookup-case.js';
import { roomCase } from '../../../shared/rules/lookup/room-question.js';
import { choiceField, dayField, type LookupField, type Values } from './fields.js';
import type { Lookup, LookupAnswer } from './lookup.js';

const UNIT_JA = { hour: '1時間', day: '1日' } as const;

function fields(values: Values, book: Rulebook): LookupField[] {
  const isHourly = values.choice('unit', UNIT_JA) === 'hour';
  return [
    { key: 'teachFrom', label: '講義の始まり', kind: 'clock', required: true },
    { key: 'teachTo', label: '講義の終わり', kind: 'clock', required: true },
    { key: 'lunchFrom', label: '昼食の始まり', kind: 'clock', note: '昼食がなければ空欄' },
    { key: 'lunchTo', label: '昼食の終わり', kind: 'clock' },
    { key: 'rentFrom', label: '借りる時刻', kind: 'clock', required: true },
    { key: 'rentTo', label: '返す時刻', kind: 'clock', required: true },
    choiceField('unit', '料金', UNIT_JA),
    { key: 'price', label: '使用料', kind: 'number', unit: isHourly ? '円/時間' : '円/日', required: true },
    dayField('使う日', dayOf({ book })),
  ];
}

function answer(values: Values, book: Rulebook): LookupAnswer {
  const hours = (name: string): { start: number; end: number } | undefined => {
    const start = values.number(`${name}From`);
    const end = values.number(`${name}To`);
    return start === undefined || end === undefined ? undefined : { start, end };
  };
  const teaching = hours('teach');
  const rented = hours('rent');
  const lunch = hours('lunch');
  if (!teaching || !rented || teaching.end <= teaching.start || rented.end <= rented.start) {
    return { kind: 'problem', ja: '終わりの時刻が始まりより前です' };
  }
  if (lunch === undefined && (values.has('lunchFrom') || values.has('lunchTo'))) {
    return { kind: 'problem', ja: '昼食は始まりと終わりの両方を入れてください' };
  }
  if (lunch && (lunch.end <= lunch.start || lunch.start < teaching.start || lunch.end > teaching.end)) {
    return { kind: 'problem', ja: '昼食は講義の始まりと終わりの間に入れてください' };
  }
  const price = { priceUnit: values.choice('unit', UNIT_JA), unitPrice: values.number('price') ?? 0 };
  return { kind: 'lines', asked: roomCase({ teaching, lunch, rented, ...price, day: values.text('day') }, book) };
}

export const ROOM_LOOKUP: Lookup = { id: 'room', ja: '会場', fields, answer };
