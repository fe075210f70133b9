/** 講師等 and 受講者 as the people that courses are compared by. */
import type { Participant } from '../../model/case/participant.js';
import type { Staff } from '../../model/case/staff.js';
import type { Person } from './person.js';

export function staffPerson({ nameJa, nameKana, homePrefectureCode }: Staff): Person {
  return { nameJa, kana: nameKana, birthDate: undefined, prefectureCode: homePrefectureCode };
}

export function participantPerson({ nameJa, nameKana, birthDate, prefectureCode }: Participant): Person {
  return { nameJa, kana: nameKana, birthDate, prefectureCode };
}
