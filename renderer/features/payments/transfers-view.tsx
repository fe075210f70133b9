import { IconEye, IconEyeOff, IconFileExport } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Payable } from '../../../shared/payments/payables.js';
import { coursePath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SidePanel } from '../../ui/side-panel.js';
import { Assumed } from './assumed.js';
import { OrderPanel } from './order-panel.js';
import { PayeePanel } from './payee-panel.js';
import type { ViewProps } from './payments-tab.js';
import { payableId } from './payable-words.js';
import { TransferTable } from './transfer-table.js';

/** 振込一覧: one transfer per payee, and the way to the bank's file. */
export function TransfersView({ payments, viewSwitch, onShow }: ViewProps): ReactNode {
  const { payables, value, lockJa } = payments;
  // Lives with the view: whoever leaves it leaves the accounts hidden.
  const [showsAccounts, setShowsAccounts] = useState(false);
  const [chosenId, setChosenId] = useState<string>();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isOrdering, setOrdering] = useState(false);
  const open = payables.filter((payable) => payable.transfer === undefined);
  const ordered = open.filter((payable) => !leftOut.has(payableId(payable)));
  const chosen = payables.find((payable) => payableId(payable) === chosenId) ?? open[0] ?? payables[0];
  const isReport = value.stage === 'report';
  const canOrder = isReport && lockJa === undefined && open.length > 0;

  const choose = (payable: Payable): void => {
    setChosenId(payableId(payable));
    setOrdering(false);
  };
  const toggle = (payable: Payable): void => {
    const next = new Set(leftOut);
    if (!next.delete(payableId(payable))) next.add(payableId(payable));
    setLeftOut(next);
  };
  useOrderKey(() => canOrder && setOrdering(true));

  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <span className="gap" />
        <span className="pay-toggle">
          <Button
            aria-pressed={showsAccounts}
            icon={
              showsAccounts ? <IconEye size={16} aria-hidden="true" /> : <IconEyeOff size={16} aria-hidden="true" />
            }
            onClick={() => setShowsAccounts(!showsAccounts)}
          >
            口座を表示
          </Button>
        </span>
        <Button
          kind={isOrdering ? 'plain' : 'main'}
          icon={<IconFileExport size={16} aria-hidden="true" />}
          shortcut="Ctrl+Enter"
          disabled={!canOrder}
          aria-pressed={isOrdering}
          onClick={() => setOrdering(!isOrdering)}
        >
          全銀ファイルへ
        </Button>
      </div>
      <Assumed payments={payments} onShow={onShow} />
      {isReport && lockJa === undefined ? null : (
        <p className="pay-summary">
          {isReport
            ? `${lockJa ?? ''}。振込の記録は変えられません。`
            : '申請の段階のため、金額は見込みです。報告に進むと、書き出しと記録ができます。'}
        </p>
      )}
      <div className="split">
        <div className="split-work" data-region="table">
          {payables.length === 0 ? (
            <EmptyState
              title="本人や所属先へ払う謝金・旅費はまだありません"
              note="経費に謝金か自己手配の旅費を入れると、支払先ごとにまとめます。"
            >
              <Link href={coursePath(payments.courseId, 'claims')}>経費へ</Link>
            </EmptyState>
          ) : (
            <TransferTable
              payments={payments}
              leftOut={leftOut}
              chosen={chosen}
              showsAccounts={showsAccounts}
              onChoose={choose}
              onToggle={toggle}
            />
          )}
        </div>
        {chosen ? (
          <SidePanel label={isOrdering ? '全銀ファイル' : '支払先'}>
            {isOrdering ? (
              <OrderPanel payments={payments} ordered={ordered} onChoose={choose} onClose={() => setOrdering(false)} />
            ) : (
              <PayeePanel
                key={payableId(chosen)}
                payments={payments}
                payable={chosen}
                showsAccounts={showsAccounts}
                onShow={onShow}
              />
            )}
          </SidePanel>
        ) : null}
      </div>
    </>
  );
}

/** Ctrl+Enter: the main action of the screen. */
function useOrderKey(order: () => void): void {
  const onOrder = useEffectEvent(order);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      onOrder();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
