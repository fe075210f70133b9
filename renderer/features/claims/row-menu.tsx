import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { GridIntent } from './grid-keys.js';

type Item = { readonly ja: string; readonly shortcut: string; readonly intent: GridIntent };

const ITEMS: readonly Item[] = [
  { ja: 'この科目に追加', shortcut: 'Ctrl+Enter', intent: { kind: 'add' } },
  { ja: '同じ明細をもう1行', shortcut: '', intent: { kind: 'duplicate' } },
  { ja: '上の値を写す', shortcut: 'Ctrl+D', intent: { kind: 'fillDown' } },
  { ja: '上へ', shortcut: 'Ctrl+Shift+↑', intent: { kind: 'move', by: 'up' } },
  { ja: '下へ', shortcut: 'Ctrl+Shift+↓', intent: { kind: 'move', by: 'down' } },
  { ja: '行をコピー', shortcut: 'Ctrl+C', intent: { kind: 'copy' } },
  { ja: '説明を印刷', shortcut: '', intent: { kind: 'explain' } },
  { ja: '消す', shortcut: 'Delete', intent: { kind: 'remove' } },
];
const LOCKED_ITEMS = ITEMS.filter(({ intent }) => intent.kind === 'copy' || intent.kind === 'explain');

type Props = {
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly isLocked: boolean;
  readonly onChoose: (intent: GridIntent) => void;
  readonly onClose: () => void;
};

/** The menu of a line, by right click or Shift+F10. */
export function RowMenu({ at, isLocked, onChoose, onClose }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const items = isLocked ? LOCKED_ITEMS : ITEMS;
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowUp') buttons[(index - 1 + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      role="menu"
      aria-label="明細の操作"
      className="row-menu"
      style={{
        left: Math.min(at.x, window.innerWidth - MENU_WIDTH),
        top: Math.min(at.y, window.innerHeight - MENU_HEIGHT),
      }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button key={item.ja} type="button" role="menuitem" onClick={() => onChoose(item.intent)}>
          <span>{item.ja}</span>
          <span className="caption">{item.shortcut}</span>
        </button>
      ))}
    </div>
  );
}

const MENU_WIDTH = 260;
const MENU_HEIGHT = 260;
