import { IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import './toast.css';

export type ToastMessage = {
  /** What happened, in the past tense. */
  readonly ja: string;
  readonly action?: { readonly ja: string; readonly shortcut?: string; readonly onChoose: () => void };
  /** The offer is true only until something else is changed: 元に戻す means the latest change. */
  readonly endsWithNextChange?: boolean;
};

type Shown = ToastMessage & { readonly number: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);
const WithdrawContext = createContext<() => void>(() => undefined);

/** Shows a message at the bottom for some seconds; a new one replaces it. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Takes away a message whose offer the next change has overtaken. */
export function useWithdrawToast(): () => void {
  return useContext(WithdrawContext);
}

const STAYS_MS = 8_000;

/** The place of the toasts. Not for refusals: those stand where they belong, or in a dialog. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<Shown>();
  const count = useRef(0);
  const show = useCallback((message: ToastMessage) => {
    count.current += 1;
    setShown({ ...message, number: count.current });
  }, []);
  const close = useCallback(() => setShown(undefined), []);
  const withdraw = useCallback(() => setShown((current) => (current?.endsWithNextChange ? undefined : current)), []);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      <WithdrawContext value={withdraw}>
        {children}
        <div className="toast-place" role="status" aria-live="polite">
          {shown ? <Toast key={shown.number} message={shown} onClose={close} /> : null}
        </div>
      </WithdrawContext>
    </ToastContext>
  );
}

function Toast({ message, onClose }: { readonly message: ToastMessage; readonly onClose: () => void }): ReactNode {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onClose, STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  const hold = (): void => setHeld(true);
  const letGo = (): void => setHeld(false);
  const { action } = message;
  return (
    <div className="toast" onPointerEnter={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo}>
      <span>{message.ja}</span>
      {action ? (
        <>
          <button
            type="button"
            className="toast-action"
            onClick={() => {
              onClose();
              action.onChoose();
            }}
          >
            {action.ja}
          </button>
          {action.shortcut === undefined ? null : (
            <span className="toast-key" aria-hidden="true">
              {action.shortcut}
            </span>
          )}
        </>
      ) : null}
      <button type="button" className="toast-close" aria-label="知らせを閉じる" onClick={onClose}>
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
