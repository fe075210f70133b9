/**
 * The sample course from end to end: a コーチ2 course in swimming, four days, reported with the slips that a
 * secretariat makes. Every amount of the answer is held here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { readCaseText } from '../../shared/model/case/read-case.js';
import { check } from '../../shared/rules/check.js';
import type { Finding } from '../../shared/rules/engine/finding.js';

const text = readFileSync(new URL('../../resources/samples/swim-coach2.case.json', import.meta.url), 'utf8');
const read = readCaseText(text);
if (!read.ok) throw new Error(read.problems.map((problem) => `${problem.path}: ${problem.en}`).join('\n'));
const decision = check(read.value, rulebook('R3'));

type Row = [
  id: string,
  claimed: number,
  eligible: number,
  cut: number,
  provisional: number,
  says: string[],
  silent: string[],
];

const LINES: Row[] = [
  ['H01', 84000, 84000, 0, 0, ['FEE-VCH-05:info'], ['FEE-VCH-05:error']],
  ['H02', 30000, 24000, 6000, 0, ['FEE-LEC-01', 'CLM-LIM-01'], ['FEE-LEC-02']],
  ['H03', 42000, 36000, 6000, 0, ['FEE-LEC-02'], ['FEE-LEC-01']],
  ['H04', 72000, 72000, 0, 0, [], []],
  ['H05', 7500, 7500, 0, 0, [], []],
  ['H06', 12000, 12000, 0, 0, [], []],
  ['H07', 54000, 54000, 0, 0, [], []],
  ['H08', 20000, 20000, 0, 0, [], ['FEE-EXM-01', 'FEE-EXM-02']],
  ['H09', 8000, 0, 8000, 0, ['FEE-EXM-04'], []],
  ['T01', 1140, 1140, 0, 0, [], []],
  ['T02', 33070, 28340, 4730, 0, ['TRV-RAIL-04'], ['TRV-RAIL-01', 'TRV-ELG-09']],
  ['T03', 1840, 0, 1840, 0, ['TRV-CAR-03'], []],
  ['T04', 50400, 24800, 0, 25600, ['TRV-AIR-04', 'TRV-AIR-08:warning'], ['TRV-AIR-05', 'TRV-AIR-08:error']],
  ['T05', 5420, 5420, 0, 0, ['TRV-ADV-02'], ['TRV-ELG-10']],
  ['T06', 11400, 11400, 0, 0, [], []],
  ['T07', 4440, 4440, 0, 0, [], []],
  ['T08', 6080, 6080, 0, 0, [], []],
  ['T09', 1480, 0, 1480, 0, ['TRV-ELG-02'], []],
  ['L01', 9800, 9800, 0, 0, [], []],
  ['L02', 9800, 0, 9800, 0, ['TRV-LDG-02'], ['TRV-LDG-03']],
  ['L03', 11800, 11000, 800, 0, ['TRV-LDG-05'], ['TRV-LDG-07']],
  ['L04', 9500, 9500, 0, 0, [], ['TRV-LDG-02', 'TRV-LDG-08']],
  ['L05', 10800, 10000, 0, 800, ['TRV-LDG-07:error'], ['TRV-LDG-02', 'TRV-LDG-05', 'TRV-LDG-08']],
  ['D01', 4000, 0, 4000, 0, ['TRV-PDM-04'], []],
  ['R01', 12950, 12950, 0, 0, ['RNT-ROOM-04:warning'], ['RNT-ROOM-01']],
  ['R02', 6300, 5600, 700, 0, ['RNT-ROOM-01:error'], ['RNT-ROOM-02']],
  ['R03', 3500, 3500, 0, 0, [], []],
  ['R04', 4900, 4900, 0, 0, [], []],
  ['R05', 35200, 35200, 0, 0, [], []],
  ['R06', 70400, 70400, 0, 0, [], ['RNT-ROOM-01', 'RNT-ROOM-02']],
  ['R07', 17600, 17600, 0, 0, ['RNT-ROOM-11:info'], ['RNT-ROOM-01']],
  ['R08', 13200, 0, 13200, 0, ['CLM-ADR-01'], ['CLM-VCH-02']],
  ['R09', 17100, 14850, 2250, 0, ['RNT-COPY-01'], ['RNT-COPY-05']],
  ['R10', 26400, 0, 26400, 0, ['RNT-ONL-02', 'RNT-ONL-03'], []],
  ['PR1', 59400, 59400, 0, 0, [], ['PRN-CNT-01', 'PRN-VCH-01']],
  ['K01', 5478, 5478, 0, 0, [], []],
  ['K03', 2310, 2310, 0, 0, [], ['CON-SHD-01', 'CON-SHD-02', 'CON-HYG-01']],
  ['K04', 1320, 1100, 220, 0, ['CON-MSK-01'], ['CON-HYG-01']],
  ['M01', 2520, 2016, 0, 504, ['COM-MAIL-06:error'], ['COM-MAIL-04']],
  ['M02', 2520, 0, 2520, 0, ['COM-MAIL-02'], []],
  ['M03', 1840, 1840, 0, 0, [], []],
  ['F01', 330, 330, 0, 0, ['MSC-FEE-03:warning'], ['MSC-FEE-02']],
  ['F02', 330, 0, 330, 0, ['MSC-FEE-02'], []],
  ['F03', 330, 330, 0, 0, [], ['MSC-FEE-01', 'MSC-FEE-02']],
  ['F04', 330, 0, 330, 0, ['MSC-FEE-01'], []],
];

const ACCOUNTS: [account: string, claimed: number, eligible: number, cut: number, provisional: number][] = [
  ['honorarium', 329500, 309500, 20000, 0],
  ['travel', 170970, 121920, 22650, 26400],
  ['rental', 207550, 165000, 42550, 0],
  ['printing', 59400, 59400, 0, 0],
  ['consumables', 9108, 8888, 220, 0],
  ['communication', 6880, 3856, 2520, 504],
  ['misc', 1320, 660, 660, 0],
];

function says(findings: readonly Finding[], mention: string): boolean {
  const [id, severity] = mention.split(':');
  return findings.some((finding) => finding.ruleId === id && (severity === undefined || finding.severity === severity));
}

describe('lines', () => {
  test('the answer names every line of the course once', () => {
    expect(decision.lines.map((line) => line.id)).toEqual(LINES.map(([id]) => id));
  });

  test.each(LINES)(
    '%s: %i claimed, %i eligible, %i cut, %i provisional',
    (id, claimed, eligible, cut, provisional, must, mustNot) => {
      const line = decision.lines.find((candidate) => candidate.id === id);
      const findings = line?.findings ?? [];
      expect(
        [line?.claimed, line?.eligible, line?.cut, line?.provisional],
        JSON.stringify(findings.map((finding) => finding.messageJa)),
      ).toEqual([claimed, eligible, cut, provisional]);
      expect(must.filter((mention) => !says(findings, mention))).toEqual([]);
      expect(mustNot.filter((mention) => says(findings, mention))).toEqual([]);
    },
  );
});

test.each(ACCOUNTS)('account %s', (account, claimed, eligible, cut, provisional) => {
  expect(decision.accounts.find((own) => own.account === account)).toEqual({
    account,
    claimed,
    eligible,
    cut,
    provisional,
  });
});

test('totals', () => {
  expect(decision.totals).toEqual({
    claimed: 784728,
    eligibleBeforeGates: 669224,
    cut: 88600,
    provisional: 26904,
    eligible: 669224,
    gatedBy: [],
  });
});

test('settlement: the balance is what the claim leaves above the advance', () => {
  expect(decision.settlement).toEqual({
    contractAmount: 709384,
    advance: 567000,
    advanceDueOn: '2021-11-30',
    finalAmount: 669224,
    balance: 102224,
    balanceDueOn: null,
    refund: 0,
    implementationGrant: 22000,
  });
});

test('headcount: two of the 24 come from an earlier year', () => {
  expect([decision.headcount.application, decision.headcount.report]).toEqual([24, 24]);
});

test('deadlines', () => {
  const dues = Object.fromEntries(
    decision.deadlines
      .filter(({ personId }) => personId === undefined)
      .map(({ deadlineId, dueOn, state }) => [deadlineId, [dueOn, state]]),
  );
  expect(dues).toEqual({
    'DL-02': ['2021-08-28', 'done'],
    'DL-03': ['2021-09-28', 'done'],
    'DL-05': ['2021-09-21', 'done'],
    'DL-06': ['2022-01-23', 'done'],
    'DL-08': ['2021-11-30', 'done'],
    'DL-09': ['2022-01-28', 'done'],
    'DL-11': ['2021-11-30', 'done'],
    'DL-12': [null, 'notStarted'],
    'DL-16': ['2021-01-31', 'done'],
    'DL-17': ['2021-04-01', 'done'],
  });
});

describe('the course', () => {
  test.each(['PAY-IMP-01:info', 'CLM-SUM-01:info', 'PAY-FIN-01:info', 'PAY-FIN-06:info'])('says %s', (mention) => {
    expect(says(decision.findings, mention)).toBe(true);
  });

  test.each(['APP-DL-01', 'RPT-DL-01', 'REC-CNT-01', 'PAY-FIN-05', 'PAY-ADV-04', 'RPT-JDG-01', 'IMP-EXM-02'])(
    'does not say %s',
    (mention) => {
      expect(says(decision.findings, mention)).toBe(false);
    },
  );
});
