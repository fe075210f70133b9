import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/case/account.js';
import { MARK_JA, OPEN_MARKS, type OpenMark } from '../../../shared/rules/marks.js';
import { Button } from '../../ui/button.js';
import { MarkSign } from '../../ui/finding-mark.js';
import { PillFilter } from '../../ui/switch.js';
import { AddMenu } from './add-menu.js';
import type { Choice } from './choices.js';
import type { Claimable } from './claimables.js';
import { ExplainButton } from './explain-button.js';
import { ExportButton } from './export-button.js';
import type { Claims } from './use-claims.js';

export type Filter = OpenMark | 'all';
export type Adding = { readonly account: Account | undefined };

type Props = {
  readonly claims: Claims;
  readonly stageSwitch: ReactNode;
  /** Excelで直す. */
  readonly listMenu: ReactNode;
  readonly waitingJa: string;
  readonly counts: Readonly<Record<OpenMark, number>>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Shown in narrow windows, where the panel lies over the table. */
  readonly panelToggle: ReactNode;
  readonly adding: Adding | undefined;
  readonly onAdding: (adding: Adding | undefined) => void;
  readonly onAdd: (claimable: Claimable, choice: Choice | undefined) => void;
};

/** 申請・報告, mark filters with their counts, 説明を印刷, Excelへ, 明細を追加. */
export function ClaimsTools(props: Props): ReactNode {
  const { claims, counts, filter, waitingJa, adding, onAdding } = props;
  const marks = OPEN_MARKS.filter((mark) => counts[mark] > 0 || mark === filter);
  return (
    <div className="claims-tools" data-region="tools">
      {props.stageSwitch}
      <span className="claims-rule" aria-hidden="true" />
      <PillFilter<Filter>
        label="判定で絞り込む"
        value={filter}
        options={[
          { value: 'all', ja: <Pill wordJa="すべて" count={claims.facts.lines.length} /> },
          ...marks.map((mark) => ({
            value: mark,
            ja: <Pill mark={mark} wordJa={mark === 'waiting' ? waitingJa : MARK_JA[mark]} count={counts[mark]} />,
          })),
        ]}
        onChoose={props.onFilter}
      />
      {claims.lockJa !== undefined && <span className="claims-lock-note">{claims.lockJa}</span>}
      <span className="claims-tools-gap" />
      {props.panelToggle}
      <ExplainButton claims={claims} />
      {props.listMenu}
      <ExportButton claims={claims} />
      {claims.lockJa === undefined && (
        <span className="claims-add">
          <Button
            kind="main"
            icon={<IconPlus size={16} stroke={2.2} aria-hidden="true" />}
            shortcut="Ctrl+Enter"
            aria-haspopup="dialog"
            aria-expanded={adding !== undefined}
            onClick={() => onAdding({ account: undefined })}
          >
            明細を追加
          </Button>
          {adding && (
            <AddMenu
              facts={claims.facts}
              account={adding.account}
              onAdd={props.onAdd}
              onClose={() => onAdding(undefined)}
            />
          )}
        </span>
      )}
    </div>
  );
}

function Pill({
  mark,
  wordJa,
  count,
}: {
  readonly mark?: OpenMark;
  readonly wordJa: string;
  readonly count: number;
}): ReactNode {
  return (
    <>
      {mark && <MarkSign mark={mark} />}
      <span className={mark && `mark-word-${mark}`}>{wordJa}</span> <b>{count}</b>
    </>
  );
}
