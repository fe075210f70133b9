import { IconLayoutSidebarRightExpand, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import './side-panel.css';
import { classNames } from './class-names.js';
import { isComposing } from './composing.js';

/**
 * The panel at the right. Where the window is narrow it becomes a drawer over the work, opened by its button or by
 * F6 and closed by Esc.
 */
export function SidePanel({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const aside = useRef<HTMLElement>(null);
  const open = (): void => {
    setOpen(true);
    // The drawer takes focus only after it has become visible.
    setTimeout(() => aside.current?.focus(), 0);
  };
  const close = (): void => {
    setOpen(false);
    setTimeout(() => opener.current?.focus(), 0);
  };
  return (
    <div className={classNames('side', isOpen && 'side-open')} data-region="panel">
      <button ref={opener} type="button" className="side-opener" aria-expanded={isOpen} data-opens onClick={open}>
        <IconLayoutSidebarRightExpand size={16} stroke={1.6} aria-hidden="true" />
        {label}
      </button>
      <aside
        ref={aside}
        className="split-panel side-panel"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen && !isComposing(event)) close();
        }}
      >
        <button type="button" className="icon-button side-close" aria-label="閉じる" onClick={close}>
          <IconX size={16} aria-hidden="true" />
        </button>
        {children}
      </aside>
    </div>
  );
}

/** Focuses a field of the panel; where the panel is a closed drawer, opens it first. */
export function focusInPanel(find: () => HTMLElement | null | undefined): void {
  const opener = find()?.closest('.side')?.querySelector<HTMLElement>('[data-opens]');
  if (opener && opener.offsetParent !== null && opener.getAttribute('aria-expanded') === 'false') {
    opener.click();
    setTimeout(() => find()?.focus(), 0);
    return;
  }
  find()?.focus();
}
