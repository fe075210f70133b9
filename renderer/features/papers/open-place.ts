/** Where a point is mended: in words, and the way there. */
import type { OpenPlace } from '../../../shared/forms/checklist/open-point.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import { arriveAtField, arriveAtLine, arriveAtPerson } from '../../desk/arrive.js';
import { COURSE_TAB_JA } from '../../routes.js';

/** 「経費 1-04」「受講者 山田 花子」「概要 契約日」「日程」. */
export function placeJa(place: OpenPlace, facts: Facts): string {
  const inside = place.line === undefined ? place.section : lineNumbers(facts.lines).get(place.line);
  const words = [COURSE_TAB_JA[place.screen], personJa(place, facts) ?? inside];
  return words.filter((word) => word !== undefined).join(' ');
}

function personJa({ person }: OpenPlace, facts: Facts): string | undefined {
  if (person === undefined) return undefined;
  const enrolled = facts.enrolled.find(({ participant }) => participant.id === person);
  return enrolled?.participant.nameJa ?? facts.person(person)?.nameJa;
}

/** After the screen was opened: the line, the person or the field on it. */
export function arriveAt({ line, person, section }: OpenPlace): void {
  if (line !== undefined) arriveAtLine(line);
  else if (person !== undefined) arriveAtPerson(person);
  else if (section !== undefined) arriveAtField(section);
}
