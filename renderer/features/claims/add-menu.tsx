import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Account, ACCOUNT_JA, ACCOUNT_NO } from '../../../shared/model/case/account.js';
import { foldWidth } from '../../../shared/text.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { isComposing } from '../../ui/composing.js';
import { CLAIMABLES, type Claimable } from './claimables.js';
import { type Choice, choicesFor, NO_CHOICE_JA } from './choices.js';
import { scrollInto } from './scroll-into.js';

type Props = {
  readonly facts: Facts;
  /** Opened for this 科目: its entries come first. */
  readonly account: Account | undefined;
  readonly onAdd: (claimable: Claimable, choice: Choice | undefined) => void;
  readonly onClose: () => void;
};

type Option = { readonly key: string; readonly groupJa: string; readonly labelJa: string; readonly detailJa: string };

/**
 * 明細を追加: what is claimed, then for whom; both from a list that narrows as one types. Enter takes, Esc goes one
 * step back.
 */
export function AddMenu({ facts, account, onAdd, onClose }: Props): ReactNode {
  const [claimable, setClaimable] = useState<Claimable>();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();

  const choices = useMemo(() => (claimable ? choicesFor(claimable, facts) : []), [claimable, facts]);
  const options = useMemo(
    () => (claimable ? matchingChoices(choices, words) : matchingClaimables(account, words)),
    [claimable, choices, account, words],
  );
  const current = options[Math.min(at, options.length - 1)];

  useEffect(() => input.current?.focus(), [claimable]);
  useEffect(() => {
    const list = box.current?.querySelector('[role="listbox"]');
    scrollInto(list, list?.querySelector('[aria-selected="true"]'));
  }, [at, options]);
  useOutside(box, onClose);

  const take = (key: string): void => {
    if (claimable) {
      const choice = choices.find((one) => one.key === key);
      if (choice) onAdd(claimable, choice);
      return;
    }
    const next = CLAIMABLES.find((one) => one.id === key);
    if (!next) return;
    if (next.subject === 'none') {
      onAdd(next, undefined);
      return;
    }
    setClaimable(next);
    setWords('');
    setAt(0);
  };

  const back = (): void => {
    if (!claimable) {
      onClose();
      return;
    }
    setClaimable(undefined);
    setWords('');
    setAt(0);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((before) => Math.max(0, Math.min(options.length - 1, before + step)));
    else if (event.key === 'Enter' && current) take(current.key);
    else if (event.key === 'Escape') back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className="add-menu" role="dialog" aria-label="明細を追加" onKeyDown={onKeyDown}>
      <p className="add-menu-title">
        {claimable ? (
          <>
            <button type="button" className="link" onClick={back}>
              明細を追加
            </button>
            <span>{claimable.labelJa}</span>
          </>
        ) : (
          '明細を追加'
        )}
      </p>
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.key}`}
        aria-label={claimable ? ASKS[claimable.subject] : '何を請求しますか'}
        placeholder={claimable ? ASKS[claimable.subject] : '何を請求しますか（例 タクシー）'}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
      />
      <div id={listId} role="listbox" aria-label="候補" className="add-menu-list">
        {options.map((option, index) => (
          <OptionRow
            key={option.key}
            id={`${listId}-${option.key}`}
            option={option}
            headJa={options[index - 1]?.groupJa === option.groupJa ? undefined : option.groupJa}
            isCurrent={option === current}
            onTake={() => take(option.key)}
          />
        ))}
        {options.length === 0 && (
          <p className="add-menu-none">
            {claimable && choices.length === 0
              ? NO_CHOICE_JA[claimable.subject]
              : '見つかりません。ほかの言葉でためしてください'}
          </p>
        )}
      </div>
    </div>
  );
}

const ASKS = {
  duty: '誰の謝金ですか',
  person: '誰が使いましたか',
  roomDay: 'どの部屋のいつですか',
  payee: 'どこへの振込ですか',
  none: '',
} as const;

function OptionRow({
  id,
  option,
  headJa,
  isCurrent,
  onTake,
}: {
  readonly id: string;
  readonly option: Option;
  readonly headJa: string | undefined;
  readonly isCurrent: boolean;
  readonly onTake: () => void;
}): ReactNode {
  return (
    <>
      {headJa !== undefined && headJa !== '' && (
        <div role="presentation" className="add-menu-group">
          {headJa}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={isCurrent}
        className={isCurrent ? 'add-menu-option add-menu-current' : 'add-menu-option'}
        onMouseDown={(event) => {
          event.preventDefault();
          onTake();
        }}
      >
        <span>{option.labelJa}</span>
        <span className="second">{option.detailJa}</span>
      </div>
    </>
  );
}

function matchingClaimables(account: Account | undefined, words: string): Option[] {
  const wanted = foldWidth(words).trim().toLowerCase();
  const found = CLAIMABLES.filter((one) => foldWidth(`${one.labelJa} ${one.alsoJa}`).toLowerCase().includes(wanted));
  const ordered = [
    ...found.filter((one) => one.account === account),
    ...found.filter((one) => one.account !== account),
  ];
  return ordered.map((one) => ({
    key: one.id,
    groupJa: `${ACCOUNT_NO[one.account]} ${ACCOUNT_JA[one.account]}`,
    labelJa: one.labelJa,
    detailJa: '',
  }));
}

function matchingChoices(choices: readonly Choice[], words: string): Option[] {
  const wanted = foldWidth(words).replace(/\s+/gu, '').toLowerCase();
  return choices
    .filter((one) => foldWidth(`${one.labelJa}${one.detailJa}`).replace(/\s+/gu, '').toLowerCase().includes(wanted))
    .map((one) => ({ ...one, groupJa: '' }));
}

/** A press outside closes the menu. */
function useOutside(box: React.RefObject<HTMLElement | null>, onOutside: () => void): void {
  useEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onOutside();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [box, onOutside]);
}
