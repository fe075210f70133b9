import { describe, expect, test } from 'vitest';
import { CLAIMABLES } from '../../../renderer/features/claims/claimables.js';
import { choicesFor, openDuties } from '../../../renderer/features/claims/choices.js';
import { linesFromTimetable, newLine, type NewLineContext } from '../../../renderer/features/claims/new-line.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { sampleCase } from '../../support/sample.js';
import { draftOf, judged } from './claims-support.js';

const sample = sampleCase();
const bare: Case = { ...sample, lines: [] };

function contextOf(value: Case): NewLineContext {
  const { facts, read } = judged(value);
  return { facts, read, copies: 33, shields: 7, participants: 24 };
}

describe('明細を追加', () => {
  test.each(CLAIMABLES.map((claimable) => [claimable.labelJa, claimable] as const))(
    '%s makes a line that is valid at once, at both stages',
    (_name, claimable) => {
      for (const stage of ['report', 'application'] as const) {
        const value: Case = { ...bare, stage };
        const [choice] = choicesFor(claimable, judged(value).facts);
        expect(claimable.subject === 'none' || choice !== undefined).toBe(true);
        const draft = draftOf(value);
        const line = newLine('L1', claimable.id, choice?.key ?? '', contextOf(value));
        expect(line?.account).toBe(claimable.account);
        if (line) draft.put('lines', line);
        expect(draft.settle()).toEqual([]);
        expect(draft.list('lines')).toHaveLength(1);
      }
    },
  );

  test('a taxi fare is out from the first yen, by the rule that says so', () => {
    const line = newLine('L1', 'taxi', 'S3', contextOf(bare)) as Line;
    const ride =
      line.kind === 'transport' ? { ...line, legs: line.legs.map((leg) => ({ ...leg, baseFare: 1840 })) } : line;
    const [decided] = judged({ ...bare, lines: [{ ...ride, actual: 1840 } as Line] }).decision.lines;
    expect(decided).toMatchObject({ claimed: 1840, eligible: 0, cut: 1840 });
    expect(decided?.findings.map((finding) => finding.ruleId)).toContain('TRV-CAR-03');
  });

  test('謝金 is offered for each role with hours that no line claims, at the limit of its form', () => {
    const { facts } = judged(bare);
    expect(openDuties(facts).map((duty) => `${duty.person.id} ${duty.role}`)).toEqual([
      'S1 lecturer',
      'S2 lecturer',
      'S3 lecturer',
      'S4 lecturer',
      'S5 alLead',
      'S5 lecturer',
      'S6 assistant',
      'S7 examiner',
    ]);
    expect(newLine('L1', 'honorarium', 'S5 alLead', contextOf(bare))).toMatchObject({ rate: 5000 });
    expect(openDuties(judged(sample).facts)).toEqual([]);
  });

  test('日程から作る claims every duty and every room and day once', () => {
    const value = { ...bare, stage: 'application' } as const;
    const draft = draftOf(value);
    let number = 0;
    const lines = linesFromTimetable(() => `L${(number += 1)}`, contextOf(value));
    for (const line of lines) draft.put('lines', line);
    expect(draft.settle()).toEqual([]);
    const made = draft.case();
    expect(made.lines?.filter((line) => line.kind === 'honorarium')).toHaveLength(8);
    const days = new Set(
      sample.sessions?.flatMap((one) => (one.roomId === undefined ? [] : [`${one.roomId} ${one.date}`])),
    );
    expect(made.lines?.filter((line) => line.kind === 'room')).toHaveLength(days.size);
    expect(linesFromTimetable(() => 'X', contextOf(made))).toEqual([]);
  });

  test('a room priced by slots starts with the slots that its sessions touch', () => {
    const [first] = sample.rooms ?? [];
    if (!first) throw new Error('no room');
    const slots = [
      { name: '午前', start: 480, end: 720, price: 3000 },
      { name: '午後', start: 720, end: 1020, price: 4000 },
      { name: '夜間', start: 1080, end: 1260, price: 5000 },
    ];
    const room = { id: first.id, venueId: first.venueId, nameJa: first.nameJa };
    const value: Case = {
      ...bare,
      rooms: [{ ...room, priceUnit: 'slot', slots }],
      sessions: [{ id: 's1', date: '2021-10-28', start: 600, end: 900, format: 'lecture', roomId: room.id }],
      assignments: [],
    };
    expect(newLine('L1', 'room', `${room.id} 2021-10-28`, contextOf(value))).toMatchObject({
      slotNames: ['午前', '午後'],
      start: 600,
      end: 900,
    });
  });
});
