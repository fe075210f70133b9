import { IconDownload, IconPhotoPlus, IconRubberStamp, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { MarkSign } from '../../ui/finding-mark.js';
import { PillFilter } from '../../ui/switch.js';
import type { Filter } from './voucher-book.js';

export type ShownFilter = Filter | 'deleted';

type Props = {
  readonly counts: Readonly<Record<ShownFilter, number>>;
  readonly filter: ShownFilter;
  readonly onFilter: (filter: ShownFilter) => void;
  readonly isSearching: boolean;
  readonly onSearch: () => void;
  readonly onRenumber: () => void;
  readonly onPackage: () => void;
  readonly isPacking: boolean;
  readonly onAdd: () => void;
  readonly lockJa: string | undefined;
  readonly isEmpty: boolean;
};

const WORDS = {
  all: 'すべて',
  missing: '証憑待ち',
  noNumber: '番号なし',
  unused: '未使用',
  deleted: '消した証憑',
} as const satisfies Record<ShownFilter, string>;
const FILTERS = Object.keys(WORDS) as ShownFilter[];

/** Filters with their counts, さがす, 番号を振り直す, 証憑一式, 証憑を入れる. */
export function VouchersTools(props: Props): ReactNode {
  const { counts, filter, onFilter, lockJa } = props;
  const shown = FILTERS.filter((own) => own !== 'deleted' || counts.deleted > 0 || filter === own);
  return (
    <div className="tool-bar vouchers-tools" data-region="tools">
      <PillFilter<ShownFilter>
        label="証憑を絞り込む"
        value={filter}
        options={shown.map((own) => ({
          value: own,
          ja: (
            <>
              {own === 'missing' ? <MarkSign mark="waiting" /> : null}
              <span className={own === 'missing' ? 'mark-word-waiting' : undefined}>{WORDS[own]}</span>{' '}
              <b>{counts[own]}</b>
            </>
          ),
        }))}
        onChoose={onFilter}
      />
      <button
        type="button"
        className="icon-button vouchers-find"
        aria-label="さがす（日付・金額・取引先）"
        title="さがす（Ctrl+F）"
        aria-keyshortcuts="Control+F"
        aria-expanded={props.isSearching}
        onClick={props.onSearch}
      >
        <IconSearch size={17} stroke={1.6} aria-hidden="true" />
      </button>
      {lockJa === undefined ? null : <span className="claims-lock-note">{lockJa}</span>}
      <span className="gap" />
      {lockJa === undefined && !props.isEmpty ? (
        <Button icon={<IconRubberStamp size={16} stroke={1.6} aria-hidden="true" />} onClick={props.onRenumber}>
          番号を振り直す
        </Button>
      ) : null}
      {props.isEmpty ? null : (
        <Button
          icon={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          disabled={props.isPacking}
          onClick={props.onPackage}
        >
          証憑一式（PDF・ZIP）
        </Button>
      )}
      {lockJa === undefined ? (
        <Button
          kind="main"
          icon={<IconPhotoPlus size={16} stroke={1.8} aria-hidden="true" />}
          shortcut="Ctrl+O"
          onClick={props.onAdd}
        >
          証憑を入れる
        </Button>
      ) : null}
    </div>
  );
}
