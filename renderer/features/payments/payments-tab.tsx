import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { courseViewPath } from '../../routes.js';
import { Switch } from '../../ui/switch.js';
import { PayerView } from './payer-view.js';
import { ReconcileView } from './reconcile-view.js';
import { ReportsView } from './reports-view.js';
import { TransfersView } from './transfers-view.js';
import { type Payments, usePayments } from './use-payments.js';
import { PAYMENT_VIEW_JA, PAYMENT_VIEWS, type PaymentView } from './views.js';
import '../../desk/reasons.css';
import './payments.css';
import './payment-forms.css';

/** 支払 of one course: who gets what, whether the bank did it, what the year adds up to, and from where it is paid. */
export function PaymentsTab({ courseId }: { readonly courseId: string }): ReactNode {
  const payments = usePayments(courseId);
  const [, navigate] = useLocation();
  const { view: named } = useParams<{ view?: string }>();
  if (!payments) return null;
  const view = PAYMENT_VIEWS.find((one) => one === named) ?? 'transfers';
  const show = (next: PaymentView): void => navigate(courseViewPath(courseId, 'payments', next));
  const viewSwitch = (
    <Switch
      label="支払の表示"
      value={view}
      options={PAYMENT_VIEWS.map((value) => ({ value, ja: PAYMENT_VIEW_JA[value] }))}
      onChoose={show}
    />
  );
  return <Shown view={view} payments={payments} viewSwitch={viewSwitch} onShow={show} />;
}

export type ViewProps = {
  readonly payments: Payments;
  readonly viewSwitch: ReactNode;
  readonly onShow: (view: PaymentView) => void;
};

function Shown({ view, ...props }: ViewProps & { readonly view: PaymentView }): ReactNode {
  switch (view) {
    case 'transfers':
      return <TransfersView {...props} />;
    case 'reconcile':
      return <ReconcileView {...props} />;
    case 'reports':
      return <ReportsView {...props} />;
    case 'payer':
      return <PayerView {...props} />;
  }
}
