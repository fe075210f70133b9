import { IconClipboardText, IconFileImport, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { grouped } from '../../../shared/money.js';
import { useFilePicker } from '../../desk/file-button.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SidePanel } from '../../ui/side-panel.js';
import { Switch } from '../../ui/switch.js';
import { Assumed } from './assumed.js';
import type { ViewProps } from './payments-tab.js';
import { ReconcilePanel } from './reconcile-panel.js';
import { ReconcileTable } from './reconcile-table.js';
import { reconciled, type ReconciledView, type Source } from './reconciled.js';
import { StatementForm } from './statement-form.js';
import { useStatement } from './use-statement.js';
import type { PaymentView } from './views.js';

const SOURCES = [
  { value: 'records', ja: '振込の記録' },
  { value: 'statement', ja: '振込明細書' },
] as const;

/** 照合: what the bank says against 支払明細, to the yen. */
export function ReconcileView({ payments, viewSwitch, onShow }: ViewProps): ReactNode {
  const rows = payments.statements.get(payments.courseId) ?? [];
  const [asked, setAsked] = useState<Source>();
  const [chosenId, setChosenId] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const source = asked ?? (rows.length > 0 ? 'statement' : 'records');
  const view = reconciled(payments, source);
  const all = view.groups.flatMap((group) => group.rows);
  const chosen = all.find((row) => row.id === chosenId) ?? all.find((row) => row.difference !== 0) ?? all[0];
  const statement = useStatement(payments, () => setAsked('statement'));
  const picker = useFilePicker({
    label: '振込明細書のファイル',
    accept: '.csv,.txt,.xlsx',
    onFile: (file) => void statement.take(file.name, file),
  });

  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <Switch label="比べるもの" value={source} options={SOURCES} onChoose={setAsked} />
        <span className="gap" />
        <Button
          icon={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => {
            setAsked('statement');
            setAdding(true);
          }}
        >
          行を加える
        </Button>
        <Button
          icon={<IconClipboardText size={16} aria-hidden="true" />}
          shortcut="Ctrl+V"
          onClick={() => void statement.paste()}
        >
          貼り付け
        </Button>
        <Button kind="main" icon={<IconFileImport size={16} aria-hidden="true" />} onClick={picker.choose}>
          振込明細書を読む
        </Button>
        {picker.input}
      </div>
      <Assumed payments={payments} onShow={onShow} />
      <Summary view={view} source={source} onShow={onShow} />
      {statement.unread.length === 0 ? null : <Unread unread={statement.unread} onClose={statement.forget} />}
      <div className="split">
        <div className="split-work" data-region="table">
          {source === 'statement' && rows.length === 0 ? (
            <EmptyState
              title="振込明細書はまだありません"
              note="銀行のCSVや表を読むか、明細書の行を貼り付けるか、1行ずつ入れると比べられます。"
            >
              <Button onClick={picker.choose}>振込明細書を読む</Button>
            </EmptyState>
          ) : all.length === 0 ? (
            <EmptyState title="比べる支払はまだありません" note="振込を記録すると、支払明細と比べます。" />
          ) : (
            <ReconcileTable view={view} chosen={chosen} onChoose={(row) => setChosenId(row.id)} />
          )}
        </div>
        <SidePanel label="照合の詳細">
          {isAdding ? (
            <StatementForm payments={payments} row={undefined} onDone={() => setAdding(false)} />
          ) : chosen ? (
            <ReconcilePanel key={chosen.id} payments={payments} row={chosen} source={source} onShow={onShow} />
          ) : (
            <p className="second">行を選ぶと、差の原因と明細がここに出ます。</p>
          )}
        </SidePanel>
      </div>
    </>
  );
}

function Summary({
  view,
  source,
  onShow,
}: {
  readonly view: ReconciledView;
  readonly source: Source;
  readonly onShow: (view: PaymentView) => void;
}): ReactNode {
  const { wrong, open, difference, byTravel, travelDifference } = view;
  if (view.groups.length === 0) return null;
  const faults = wrong - byTravel;
  const whatJa = source === 'records' ? '記録した振込' : '振込明細書';
  return (
    <div className="pay-summary" role="status">
      <p>
        {wrong === 0 ? (
          <>
            <b>差は0円です。</b>
            {whatJa}と支払明細は、比べられるものすべてで一致しています。
          </>
        ) : faults === 0 ? (
          <b>旅費の扱いのほかに差はありません。</b>
        ) : (
          <b>
            差のあるもの {faults}件（合わせて {grouped(difference - travelDifference)}円）。
          </b>
        )}
        {open === 0 ? '' : `　源泉徴収が要確認で比べられないもの ${open}件。`}
      </p>
      {byTravel === 0 ? null : (
        <p className="second">
          旅費の扱いによる違い {byTravel}件（合わせて {grouped(travelDifference)}
          円）：旅費を源泉徴収の対象に含めるかどうかだけが違います。実費精算などで含めない扱いなら、その扱いと理由を記録すると差になりません。{' '}
          <button type="button" className="link" onClick={() => onShow('payer')}>
            団体の扱いを記録する
          </button>
        </p>
      )}
    </div>
  );
}

function Unread({
  unread,
  onClose,
}: {
  readonly unread: readonly { readonly no: number; readonly ja: string }[];
  readonly onClose: () => void;
}): ReactNode {
  return (
    <div className="pay-summary" role="alert">
      <p>
        <b>読めなかった行 {unread.length}件。</b>
        {unread
          .slice(0, 5)
          .map(({ no, ja }) => `${no}行目：${ja}`)
          .join('　')}{' '}
        <button type="button" className="link" onClick={onClose}>
          閉じる
        </button>
      </p>
    </div>
  );
}
