import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { AmountField } from '../../ui/amount-field.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { Switch } from '../../ui/switch.js';
import type { Search } from './voucher-search.js';

export type SearchScope = 'course' | 'all';

type Props = {
  readonly search: Search;
  readonly scope: SearchScope;
  readonly year: number;
  /** How many were found; absent while nothing is asked for. */
  readonly found: number | undefined;
  /** Vouchers that a range cannot find, for lack of a date or an amount. */
  readonly unsearchable: number;
  readonly onSearch: (search: Search) => void;
  readonly onScope: (scope: SearchScope) => void;
  readonly onClose: () => void;
};

const SCOPES = [
  { value: 'course', ja: 'この講習会' },
  { value: 'all', ja: 'すべての講習会' },
] as const;

/** さがす: by day, amount and payee, each alone or together; Esc closes. */
export function SearchBar(props: Props): ReactNode {
  const { search, scope, year, found, unsearchable, onSearch, onScope, onClose } = props;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current?.querySelector('input')?.focus();
  }, []);
  const set = (fields: Partial<Search>): void => onSearch({ ...search, ...fields });
  return (
    <div
      ref={bar}
      className="voucher-search"
      role="search"
      aria-label="証憑をさがす"
      data-region="search"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <span className="voucher-range">
        <DateField label="日付から" year={year} value={search.from} onCommit={(from) => set({ from })} />
        <span>〜</span>
        <DateField label="日付まで" year={year} value={search.to} onCommit={(to) => set({ to })} />
      </span>
      <span className="voucher-range">
        <AmountField label="金額から" unit="" value={search.least} onCommit={(least) => set({ least })} />
        <span>〜</span>
        <AmountField label="金額まで" value={search.most} onCommit={(most) => set({ most })} />
      </span>
      <span className="voucher-payee">
        <TextField label="取引先・氏名" value={search.payee} onCommit={(payee) => set({ payee })} />
      </span>
      <Switch label="さがす範囲" value={scope} options={SCOPES} onChoose={onScope} />
      <span className="voucher-found" role="status">
        {found === undefined ? '' : <b>{found}件</b>}
        {found !== undefined && unsearchable > 0 ? (
          <span className="caption">日付・金額が未入力の{unsearchable}件は、範囲ではさがせません</span>
        ) : null}
      </span>
      <button type="button" className="icon-button" aria-label="さがすのをやめる" onClick={onClose}>
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
