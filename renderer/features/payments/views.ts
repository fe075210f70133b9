/** The views of 支払, each with an address of its own. */
export const PAYMENT_VIEWS = ['transfers', 'reconcile', 'reports', 'payer'] as const;
export type PaymentView = (typeof PAYMENT_VIEWS)[number];
export const PAYMENT_VIEW_JA = {
  transfers: '振込一覧',
  reconcile: '照合',
  reports: '支払調書',
  payer: '振込元',
} as const satisfies Record<PaymentView, string>;
