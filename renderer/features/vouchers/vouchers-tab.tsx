import type { ReactNode } from 'react';
import { useVouchers } from './use-vouchers.js';
import { VouchersScreen } from './vouchers-screen.js';
import './vouchers.css';
import './voucher-panel.css';

/** 講習会 → 証憑: each paper numbered, each requirement met. */
export function VouchersTab({ courseId }: { readonly courseId: string }): ReactNode {
  const vouchers = useVouchers(courseId);
  return vouchers ? <VouchersScreen vouchers={vouchers} /> : null;
}
