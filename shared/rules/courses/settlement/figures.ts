import type { FigureKinds } from '../../engine/figure.js';

export const SETTLEMENT_FIGURES = {
  /** 概算払 (PAY-ADV-01). */
  'settlement.advance.percent': 'percent',
  'settlement.advance.unit': 'yen',
  /** 概算払・残額の交付日: the end of the month so many after the one of the fixing (PAY-ADV-02, PAY-FIN-02). */
  'settlement.advance.months': 'months',
  'settlement.balance.months': 'months',
  /** 概算払・残額の最終交付日 (PAY-ADV-03, PAY-FIN-03). */
  'settlement.advance.lastDay': 'date',
  'settlement.balance.lastDay': 'date',
  /** 委託講習会実施費 (PAY-IMP-01, PAY-IMP-02). */
  'settlement.grant.specialty': 'yen',
  'settlement.grant.common2': 'yen',
} as const satisfies FigureKinds;
