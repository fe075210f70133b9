import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';
import { classNames } from './class-names.js';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'> & {
  /** `main`: the one filled button of a screen. Default: outlined. */
  readonly kind?: 'main' | 'plain' | 'bare' | 'danger';
  readonly size?: 'small';
  readonly type?: 'button' | 'submit';
  /** A sign of @tabler/icons-react at 16 px. */
  readonly icon?: ReactNode;
  /** Keyboard shortcut as printed: Ctrl+Enter. */
  readonly shortcut?: string;
  readonly children: ReactNode;
};

/** 押しボタン, 30 high (small 26). */
export function Button({ kind = 'plain', size, type = 'button', icon, shortcut, children, ...rest }: Props): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('button', `button-${kind}`, size === 'small' && 'button-small')}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut.replace('Ctrl', 'Control') })}
    >
      {icon}
      <span className="button-text">{children}</span>
      {shortcut === undefined ? null : (
        <span className="button-key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
