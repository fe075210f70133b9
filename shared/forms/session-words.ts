/** 日程 in words for papers: the 講習形態, and when and before whom the 検定試験 was held. */
import { clockJa, eraDateJa } from '../dates.js';
import { SESSION_FORMAT_JA, type Session } from '../model/case/schedule.js';
import type { Facts } from '../rules/facts/facts.js';
import { distinct } from './line-words.js';

/** レクチャー; 未選択 while the 講習形態 has not been chosen. */
export function formatJa(session: Session): string {
  return session.format === null ? '未選択' : SESSION_FORMAT_JA[session.format];
}

/** 令和3年10月31日 13:00–15:00, one per 検定試験; empty where the 日程 has none. */
export function examTimesJa(facts: Facts): string[] {
  return facts.sessions
    .filter(({ format }) => format === 'exam')
    .map(({ date, start, end }) => `${eraDateJa(date)} ${clockJa(start)}–${clockJa(end)}`);
}

/** 検定員, each once. */
export function examinersJa(facts: Facts): string[] {
  const own = facts.assignments.filter(({ role }) => role === 'examiner');
  return distinct(own.map(({ staffId }) => facts.person(staffId)?.nameJa ?? ''));
}
