import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { markCounts } from '../../../shared/rules/marks.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { ClaimsEmpty } from './claims-empty.js';
import { ClaimsTable } from './claims-table.js';
import { type Adding, ClaimsTools, type Filter } from './claims-tools.js';
import { useClaimsModel } from './columns.js';
import { useExplanation } from './explain-button.js';
import type { GridIntent } from './grid-keys.js';
import { LinePanel, type PanelCall } from './line-panel.js';
import { RowMenu } from './row-menu.js';
import { groupRows } from './rows.js';
import { SettlementPanel } from './settlement-panel.js';
import { TotalsBar } from './totals-bar.js';
import { useCellEdits } from './use-cell-edits.js';
import type { Claims } from './use-claims.js';
import { useGrid } from './use-grid.js';
import { useLineActions } from './use-line-actions.js';
import { useMedia } from './use-media.js';
import { useStable } from './use-stable.js';

type Props = { readonly claims: Claims; readonly stageSwitch: ReactNode; readonly listMenu: ReactNode };

/** Sums of eight figures need wider columns. */
const LARGE = 10_000_000;

/** Toolbar, table, totals and panel of one stage. */
export function ClaimsScreen({ claims, stageSwitch, listMenu }: Props): ReactNode {
  const { decision, facts, lockJa } = claims;
  const isWide = useMedia('(min-width: 1700px)');
  const isNarrow = useMedia('(max-width: 1179px)');
  const [filter, setFilter] = useState<Filter>('all');
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [panelFocus, setPanelFocus] = useState(0);
  const [view, setView] = useState<'line' | 'settlement'>('line');
  const [call, setCall] = useState<PanelCall>();
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const [adding, setAdding] = useState<Adding>();

  const groups = useMemo(() => groupRows(facts, decision, claims.figures), [facts, decision, claims.figures]);
  const counts = useMemo(() => markCounts(decision.lines), [decision]);
  // At 申請 nothing waits for vouchers; the column stands only where an input is missing, so that the sum agrees.
  const hasWaiting = facts.isReport || decision.totals.provisional > 0;
  const waitingJa = facts.isReport ? '証憑待ち' : '確認待ち';
  const shownFilter = filter === 'all' || counts[filter] === 0 ? undefined : filter;
  const model = useClaimsModel({ groups, filter: shownFilter, hasWhy: isWide, hasWaiting });
  const grid = useGrid(model);

  const callPanel = useCallback((next: PanelCall): void => {
    setPanelOpen(true);
    setView('line');
    setCall(next);
  }, []);
  const openField = useCallback(
    (lineId: string, field: string) => callPanel({ kind: 'field', lineId, field }),
    [callPanel],
  );
  const edits = useCellEdits(claims, grid, openField);
  const actions = useLineActions({ claims, model, grid, openCell: edits.open });
  const toggle = useStable((id: string, open?: boolean) => model.setOpen(id, open ?? !model.isOpen(id)));

  const explain = useExplanation(claims);
  const onIntent = (intent: GridIntent): boolean => {
    const { chosen } = grid;
    switch (intent.kind) {
      case 'go':
        return grid.step(intent.step, intent.extend) || !(intent.step === 'left' || intent.step === 'right');
      case 'nextMark':
        grid.toNextMark();
        return true;
      case 'firstRemedy':
        if (chosen?.kind === 'line') callPanel({ kind: 'firstRemedy', lineId: chosen.id });
        return true;
      case 'add':
        if (lockJa === undefined) setAdding({ account: chosen?.account });
        return true;
      case 'menu':
        setMenu(placeBelow(grid.place?.row));
        return true;
      case 'fold':
        if (chosen) toggle(chosen.id, intent.open);
        return true;
      case 'open':
        if (chosen?.kind === 'line' && grid.place) edits.open(chosen.id, grid.place.column);
        return true;
      case 'toPanel':
        // The window goes round its regions with F6; a panel that is folded away has to come out first.
        if (!isNarrow || isPanelOpen) return false;
        setPanelOpen(true);
        setPanelFocus((count) => count + 1);
        return true;
      default:
        return actions.run(intent) || explained(intent);
    }
  };
  const explained = ({ kind }: GridIntent): boolean => {
    if (kind !== 'explain' || grid.chosen?.kind !== 'line') return false;
    explain([grid.chosen.id]);
    return true;
  };

  const lineProps = (id: string) => ({
    editor: id === grid.place?.row ? edits.editor : null,
    isEditing: id === grid.place?.row && edits.isEditing,
    isLocked: lockJa !== undefined,
    bad: edits.badOf(id),
    pending: edits.pendingOf(id),
    onChoose: grid.choose,
    onOpen: edits.open,
  });

  const closePanel = (): void => {
    setPanelOpen(false);
    grid.callFocus();
  };
  const leave = (then: () => void): void => {
    then();
    grid.callFocus();
  };

  return (
    <div className="claims">
      <ClaimsTools
        claims={claims}
        stageSwitch={stageSwitch}
        listMenu={listMenu}
        waitingJa={waitingJa}
        counts={counts}
        filter={shownFilter ?? 'all'}
        onFilter={setFilter}
        panelToggle={
          isNarrow ? (
            <Button aria-pressed={isPanelOpen} onClick={() => (isPanelOpen ? closePanel() : setPanelOpen(true))}>
              なぜ
            </Button>
          ) : null
        }
        adding={adding}
        onAdding={(next) => (next ? setAdding(next) : leave(() => setAdding(undefined)))}
        onAdd={(claimable, choice) => {
          setAdding(undefined);
          setFilter('all');
          actions.add(claimable, choice);
        }}
      />
      <div
        className={classNames(
          'claims-area',
          isPanelOpen && 'claims-panel-open',
          hasWaiting && 'claims-with-waiting',
          isWide && 'claims-with-why',
          decision.totals.claimed >= LARGE && 'claims-large',
        )}
      >
        {groups.length === 0 ? (
          <ClaimsEmpty
            claims={claims}
            onAdd={() => setAdding({ account: undefined })}
            onFromTimetable={actions.addFromTimetable}
          />
        ) : (
          <ClaimsTable
            model={model}
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
            onMenu={setMenu}
          />
        )}
        {menu && (
          <RowMenu
            at={menu}
            isLocked={lockJa !== undefined}
            onClose={() => leave(() => setMenu(undefined))}
            onChoose={(intent) => {
              leave(() => setMenu(undefined));
              onIntent(intent);
            }}
          />
        )}
        <Side
          claims={claims}
          view={view}
          lineId={grid.chosen?.kind === 'line' ? grid.chosen.id : undefined}
          waitingJa={waitingJa}
          call={call}
          focusCall={panelFocus}
          onCallDone={() => setCall(undefined)}
          onGoTo={(id) => grid.choose(id, 'claimed')}
          onCell={actions.openFieldCell}
          onLine={() => setView('line')}
          onLeave={closePanel}
        />
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
    </div>
  );
}

/** Below a row, where its menu opens by key. */
function placeBelow(row: string | undefined): { readonly x: number; readonly y: number } {
  const box = document.getElementById(`claim-${row ?? ''}`)?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + 59, y: box?.bottom ?? 0 };
}

type SideProps = {
  readonly claims: Claims;
  readonly view: 'line' | 'settlement';
  readonly lineId: string | undefined;
  readonly waitingJa: string;
  readonly call: PanelCall | undefined;
  /** Counts up when the panel is to take the focus. */
  readonly focusCall: number;
  readonly onCallDone: () => void;
  readonly onGoTo: (lineId: string) => void;
  readonly onCell: (lineId: string, field: string) => boolean;
  readonly onLine: () => void;
  readonly onLeave: () => void;
};

/** The panel: the chosen line, or 精算. It follows the table a moment later, so that moving stays quick. */
function Side({ view, focusCall, onLine, onLeave, ...props }: SideProps): ReactNode {
  const lineId = useDeferredValue(props.lineId);
  const panel = useRef<HTMLElement>(null);
  // Before what a key asked of the panel scrolls to its field.
  useLayoutEffect(() => {
    panel.current?.scrollTo(0, 0);
  }, [lineId, view]);
  useEffect(() => {
    if (focusCall > 0) panel.current?.focus();
  }, [focusCall]);
  return (
    <aside
      ref={panel}
      className="claims-panel"
      aria-label={view === 'settlement' ? '精算' : '選んだ明細'}
      data-region="panel"
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {view === 'settlement' && <SettlementPanel claims={props.claims} onClose={onLine} />}
      {view === 'line' && lineId === undefined && (
        <p className="panel-none second">明細を選ぶと、理由と直し方がここに出ます。</p>
      )}
      {view === 'line' && lineId !== undefined && <LinePanel key={lineId} {...props} lineId={lineId} />}
    </aside>
  );
}
