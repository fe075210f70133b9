import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '../../../shared/model/case/account.js';
import { MARK_JA, markCounts, OPEN_MARKS, type OpenMark } from '../../../shared/rules/marks.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { MarkSign } from '../../ui/finding-mark.js';
import { PillFilter } from '../../ui/switch.js';
import { AddMenu } from './add-menu.js';
import { ClaimsEmpty } from './claims-empty.js';
import { ClaimsTable } from './claims-table.js';
import { useClaimsModel } from './columns.js';
import { ExportButton } from './export-button.js';
import type { GridIntent } from './grid-keys.js';
import { LinePanel, type PanelCall } from './line-panel.js';
import { groupRows } from './rows.js';
import { SettlementPanel } from './settlement-panel.js';
import { TotalsBar } from './totals-bar.js';
import { useCellEdits } from './use-cell-edits.js';
import type { Claims } from './use-claims.js';
import { useGrid } from './use-grid.js';
import { useLineActions } from './use-line-actions.js';
import { useMedia } from './use-media.js';

type Props = { readonly claims: Claims; readonly stageSwitch: ReactNode };

type Filter = OpenMark | 'all';

/** Toolbar, table, totals and panel of one stage. */
export function ClaimsScreen({ claims, stageSwitch }: Props): ReactNode {
  const { decision, facts, lockJa } = claims;
  const isWide = useMedia('(min-width: 1700px)');
  const isNarrow = useMedia('(max-width: 1179px)');
  const [filter, setFilter] = useState<Filter>('all');
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [view, setView] = useState<'line' | 'settlement'>('line');
  const [call, setCall] = useState<PanelCall>();
  const [adding, setAdding] = useState<{ readonly account: Account | undefined }>();

  const groups = useMemo(() => groupRows(facts, decision, claims.figures), [facts, decision, claims.figures]);
  const counts = useMemo(() => markCounts(decision.lines), [decision]);
  const hasWaiting = facts.isReport || decision.totals.provisional > 0;
  const waitingJa = facts.isReport ? '証憑待ち' : '確認待ち';
  const shownFilter = filter === 'all' || counts[filter] === 0 ? undefined : filter;
  const model = useClaimsModel({ groups, filter: shownFilter, hasWhy: isWide, hasWaiting });
  const grid = useGrid(model);

  const callPanel = useCallback((next: Omit<PanelCall, 'count'>): void => {
    setPanelOpen(true);
    setView('line');
    setCall((before) => ({ ...next, count: (before?.count ?? 0) + 1 }) as PanelCall);
  }, []);
  const openField = useCallback((field: string) => callPanel({ kind: 'field', field } as PanelCall), [callPanel]);
  const edits = useCellEdits(claims, grid, openField);
  const actions = useLineActions({ claims, model, grid, openCell: edits.open });

  const toggle = useCallback(
    (id: string, open?: boolean): void => model.setOpen(id, open ?? !model.isOpen(id)),
    [model],
  );
  const onIntent = (intent: GridIntent): boolean => {
    const { chosen } = grid;
    switch (intent.kind) {
      case 'go':
        return grid.step(intent.step, intent.extend) || !(intent.step === 'left' || intent.step === 'right');
      case 'nextMark':
        grid.toNextMark();
        return true;
      case 'firstRemedy':
        callPanel({ kind: 'firstRemedy' });
        return true;
      case 'add':
        if (lockJa === undefined) setAdding({ account: chosen?.account });
        return true;
      case 'fold':
        if (chosen) toggle(chosen.id, intent.open);
        return true;
      case 'open':
        if (chosen?.kind === 'line' && grid.place) edits.open(chosen.id, grid.place.column);
        return true;
      case 'toPanel':
        if (!isNarrow || isPanelOpen) return false;
        setPanelOpen(true);
        return true;
      default:
        return actions.run(intent);
    }
  };

  const lineProps = useCallback(
    (id: string) => ({
      editor: id === grid.place?.row ? edits.editor : null,
      isEditing: id === grid.place?.row && edits.isEditing,
      isLocked: lockJa !== undefined,
      bad: edits.badOf(id),
      pending: edits.pendingOf(id),
      onChoose: grid.choose,
      onOpen: edits.open,
    }),
    [grid, edits, lockJa],
  );

  const goTo = useCallback((id: string) => grid.choose(id, 'claimed'), [grid]);
  const closePanel = (): void => {
    setPanelOpen(false);
    grid.callFocus();
  };
  const lineId = useDeferredValue(grid.chosen?.kind === 'line' ? grid.chosen.id : undefined);
  const isEmpty = groups.length === 0;

  return (
    <div className="claims">
      <div className="claims-tools" data-region="tools">
        {stageSwitch}
        <span className="claims-rule" aria-hidden="true" />
        <PillFilter
          label="判定で絞り込む"
          value={shownFilter ?? 'all'}
          options={[
            {
              value: 'all',
              ja: (
                <>
                  すべて <b>{facts.lines.length}</b>
                </>
              ),
            },
            ...OPEN_MARKS.filter((mark) => counts[mark] > 0 || mark === shownFilter).map((mark) => ({
              value: mark,
              ja: (
                <>
                  <MarkSign mark={mark} /> <span className={`mark-word-${mark}`}>{wordOf(mark, waitingJa)}</span>{' '}
                  <b>{counts[mark]}</b>
                </>
              ),
            })),
          ]}
          onChoose={setFilter}
        />
        {lockJa !== undefined && <span className="claims-lock-note">{lockJa}</span>}
        <span className="claims-tools-gap" />
        <ExportButton value={claims.value} />
        {lockJa === undefined && (
          <span className="claims-add">
            <Button
              kind="main"
              icon={<IconPlus size={16} stroke={2.2} aria-hidden="true" />}
              shortcut="Ctrl+Enter"
              aria-haspopup="dialog"
              aria-expanded={adding !== undefined}
              onClick={() => setAdding({ account: undefined })}
            >
              明細を追加
            </Button>
            {adding && (
              <AddMenu
                facts={facts}
                account={adding.account}
                onAdd={(claimable, choice) => {
                  setAdding(undefined);
                  setFilter('all');
                  actions.add(claimable, choice);
                }}
                onClose={() => {
                  setAdding(undefined);
                  grid.callFocus();
                }}
              />
            )}
          </span>
        )}
      </div>
      <div className={classNames('claims-body-area', isPanelOpen && 'claims-panel-open')}>
        <div className={classNames('claims-work', hasWaiting && 'claims-with-waiting', isWide && 'claims-with-why')}>
          {isEmpty ? (
            <ClaimsEmpty
              claims={claims}
              onAdd={() => setAdding({ account: undefined })}
              onFromTimetable={actions.addFromTimetable}
            />
          ) : (
            <ClaimsTable
              model={model}
              stage={facts.stage}
              place={grid.place}
              range={grid.range}
              isNarrow={isNarrow}
              waitingJa={waitingJa}
              lineProps={lineProps}
              focusCall={grid.focusCall}
              onFocusCall={grid.callFocus}
              onIntent={onIntent}
              onChoose={grid.choose}
              onToggle={toggle}
            />
          )}
          <TotalsBar
            claims={claims}
            columns={model.columns}
            waitingJa={waitingJa}
            isSettlementOpen={view === 'settlement'}
            onSettlement={() => {
              setView(view === 'settlement' ? 'line' : 'settlement');
              setPanelOpen(true);
            }}
          />
        </div>
        <aside
          className="claims-panel"
          aria-label={view === 'settlement' ? '精算' : '選んだ明細'}
          data-region="panel"
          tabIndex={0}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            closePanel();
          }}
        >
          {view === 'settlement' ? (
            <SettlementPanel claims={claims} onClose={() => setView('line')} />
          ) : lineId === undefined ? (
            <p className="panel-none second">明細を選ぶと、理由と直し方がここに出ます。</p>
          ) : (
            <LinePanel
              key={lineId}
              claims={claims}
              lineId={lineId}
              waitingJa={waitingJa}
              call={call}
              onGoTo={goTo}
              onCell={actions.openFieldCell}
            />
          )}
        </aside>
      </div>
    </div>
  );
}

function wordOf(mark: OpenMark, waitingJa: string): string {
  return mark === 'waiting' ? waitingJa : MARK_JA[mark];
}
