/** The sample with people who ask for 免除: of two competitions, by themselves and through the organisation. */
import type { Case } from '../../shared/model/case/case.js';
import { changedSample, sampleCase } from './sample.js';

export function exemptionSample(change: Partial<Case> = {}): Case {
  const { course } = sampleCase();
  return changedSample({
    course: { ...course, level: 'coach1' },
    exemptions: [
      {
        id: 'X1',
        participantId: 'P01',
        subject: 'specialty',
        qualificationJa: '日本水泳連盟基礎水泳指導員',
        status: 'held',
        certificateNo: '21-0045',
        certifiedOn: '2019-06-01',
        expiryDate: '2023-03-31',
        copyAttached: true,
      },
      {
        id: 'X2',
        participantId: 'P02',
        subject: 'specialty',
        qualificationJa: '日本バレーボール協会専門科目修了者',
        competitionJa: 'バレーボール',
        status: 'held',
        completedOn: '2019-08-10',
        copyAttached: true,
        confirmedBy: '日本バレーボール協会',
        confirmedWithOrgOn: '2021-10-02',
      },
      {
        id: 'X3',
        participantId: 'P01',
        subject: 'common1',
        qualificationJa: 'スポーツリーダー',
        status: 'held',
        certifiedOn: '2015-02-01',
        copyAttached: true,
      },
      {
        id: 'X4',
        participantId: 'P03',
        subject: 'common1',
        qualificationJa: '健康運動指導士',
        status: 'held',
        copyAttached: true,
      },
      {
        id: 'X5',
        participantId: 'P04',
        subject: 'common1',
        qualificationJa: '教師',
        status: 'held',
        expiryDate: '2022-03-31',
      },
      {
        id: 'X6',
        participantId: 'P05',
        subject: 'common1',
        qualificationJa: 'スポーツドクター',
        status: 'held',
        copyAttached: false,
      },
    ],
    exemptionApplications: [
      {
        id: 'A1',
        participantId: 'P01',
        route: 'proxy',
        appliedOn: '2021-11-20',
        completedOn: '2021-11-24',
        proxyRequestedOn: '2021-11-10',
        wishedRegistration: '2022-04-01',
        status: 'applied',
      },
      { id: 'A2', participantId: 'P02', route: 'self', wishedRegistration: '2022-04-01' },
      { id: 'A3', participantId: 'P03', route: 'proxy', wishedRegistration: '2021-10-01', status: 'preparing' },
      { id: 'A4', participantId: 'P04', wishedRegistration: '2022-10-01' },
    ],
    ...change,
  });
}
