/** 足りない免除書類 and 代理申請: what the screens list beside the findings. */
import { expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { missingExemptionPapers } from '../../shared/rules/courses/exemptions/missing-papers.js';
import { proxyApplications } from '../../shared/rules/courses/exemptions/proxy-applications.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');
const value = caseFrom('exemptions', {
  asOf: '2021-12-01',
  exemptions: [
    { id: 'X1', subject: 'common1', qualificationJa: '健康運動指導士', expiryDate: '2022-03-31' },
    { id: 'X2', subject: 'common1', qualificationJa: 'スポーツリーダー', copyAttached: false },
    { id: 'X3', subject: 'common1', qualificationJa: '教師', expiryDate: '2021-03-31', copyAttached: false },
  ],
  exemptionApplications: [
    { id: 'A1', participantId: 'P1', route: 'self', completedOn: '2021-08-01' },
    {
      id: 'A2',
      participantId: 'P2',
      route: 'proxy',
      proxyRequestedOn: '2021-07-01',
      completedOn: '2021-11-30',
      wishedRegistration: '2022-04-01',
      status: 'applied',
    },
    { id: 'A3', participantId: 'P3', route: 'proxy', wishedRegistration: '2022-04-01' },
  ],
});
const decision = check(value, book);

test('who must still bring which paper', () => {
  expect(missingExemptionPapers(value, decision)).toEqual([
    {
      exemptionId: 'X2',
      participantId: 'P2',
      nameJa: '石田 光',
      subject: 'common1',
      qualificationJa: 'スポーツリーダー',
      paperJa: '認定証(写)',
      isUnknown: false,
    },
  ]);
});

test('for whom the organisation applies, who asked for it, and for which registration it is in time', () => {
  expect(proxyApplications(value, decision, book)).toEqual([
    {
      applicationId: 'A2',
      participantId: 'P2',
      nameJa: '石田 光',
      status: 'applied',
      requestedOn: '2021-07-01',
      completedOn: '2021-11-30',
      wishedOn: '2022-04-01',
      slot: { registersOn: '2022-04-01', completedBy: '2021-11-30' },
      isTooLate: false,
      missingPapersJa: ['認定証(写)'],
    },
    {
      applicationId: 'A3',
      participantId: 'P3',
      nameJa: '上野 学',
      wishedOn: '2022-04-01',
      slot: { registersOn: '2022-10-01', completedBy: '2022-05-31' },
      isTooLate: true,
      missingPapersJa: [],
    },
  ]);
});
