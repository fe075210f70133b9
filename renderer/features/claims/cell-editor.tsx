import {
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isComposing } from '../../ui/composing.js';

/** Where the selection goes after a cell is left. */
export type Leave = 'down' | 'up' | 'right' | 'left' | 'stay';

export type CellEditorProps = {
  readonly labelJa: string;
  /** Text as the cell is opened by F2, Enter or a double click. */
  readonly text: string;
  readonly align: 'left' | 'right';
  /** Text that was typed and could not be read; it stays until it is mended or taken back. */
  readonly bad: BadText | undefined;
  /** Opened at once, with this text; used when a key pressed elsewhere opens the cell. */
  readonly opensWith: string | undefined;
  /** The whole text is chosen as it opens, so that typing replaces it. */
  readonly opensChosen: boolean;
  /** Shown left of the open field. */
  readonly hint: ReactNode;
  /** False where the value follows from another cell: what is typed goes there. */
  readonly isOwn: boolean;
  /** Reads and writes the text; answers with a sentence where it cannot stand. */
  readonly onCommit: (text: string) => string | undefined;
  readonly onBad: (bad: BadText | undefined) => void;
  /** `text` is what was typed; absent: the other cell opens with its own text. */
  readonly onRedirect: (text: string | undefined, isChosen: boolean) => void;
  readonly onLeave: (to: Leave) => void;
  readonly onOpenChange: (isOpen: boolean) => void;
};

export type BadText = { readonly text: string; readonly messageJa: string };

/**
 * The field of the chosen cell. It is always there and always has the focus, so that the first key typed, also by
 * an IME, lands in it; it becomes visible as soon as there is something to see. Enter that ends a conversion
 * belongs to the IME and commits nothing.
 */
export function CellEditor(props: CellEditorProps): ReactNode {
  const { bad, opensWith, opensChosen, text, isOwn, onOpenChange } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | undefined>(opensWith);
  const isOpen = typed !== undefined;

  useEffect(() => onOpenChange(isOpen), [isOpen, onOpenChange]);

  useEffect(() => {
    if (opensWith === undefined) return;
    input.current?.focus();
    input.current?.setSelectionRange(opensChosen ? 0 : opensWith.length, opensWith.length);
  }, [opensWith, opensChosen]);

  const open = (isChosen: boolean): void => {
    if (!isOwn) {
      props.onRedirect(undefined, isChosen);
      return;
    }
    setTyped(bad?.text ?? text);
    // F2 puts the caret at the end, as in Excel; Enter and a double click choose the text.
    if (isChosen) requestAnimationFrame(() => input.current?.select());
  };

  const close = (): void => setTyped(undefined);

  const commit = (): boolean => {
    if (typed === undefined) return true;
    const problem = typed === text ? undefined : props.onCommit(typed);
    props.onBad(problem === undefined ? undefined : { text: typed, messageJa: problem });
    if (problem === undefined) close();
    return problem === undefined;
  };

  const leave = (to: Leave): void => {
    // Bad text stays in the open cell with its sentence; going on twice leaves it behind, marked.
    if (commit() || (bad !== undefined && bad.text === typed)) {
      close();
      props.onLeave(to);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) {
      event.stopPropagation();
      return;
    }
    if (!isOpen) {
      if (event.key === 'F2' || (event.key === 'Enter' && !event.ctrlKey && !event.altKey)) {
        event.preventDefault();
        event.stopPropagation();
        open(event.key === 'Enter');
      }
      return;
    }
    const to = leavesBy(event);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onBad(undefined);
      close();
    } else if (to) {
      event.preventDefault();
      event.stopPropagation();
      leave(to);
    } else if (!event.ctrlKey && !event.altKey && event.key !== 'F6') {
      event.stopPropagation();
    }
  };

  const onChange = (value: string, composing: boolean): void => {
    if (!isOwn && !composing) {
      props.onRedirect(value, false);
      return;
    }
    setTyped(value);
  };

  const onCompositionEnd = (event: CompositionEvent<HTMLInputElement>): void => {
    if (!isOwn) props.onRedirect(event.currentTarget.value, false);
  };

  const onBlur = (event: FocusEvent<HTMLInputElement>): void => {
    if (event.currentTarget.ownerDocument.hasFocus() && isOpen) {
      commit();
      close();
    }
  };

  const shown = typed ?? '';
  return (
    <>
      {isOpen ? props.hint : null}
      <input
        ref={input}
        className={isOpen ? `cell-input cell-input-open cell-input-${props.align}` : 'cell-input'}
        aria-label={props.labelJa}
        aria-invalid={bad !== undefined && isOpen ? true : undefined}
        data-cell-input=""
        type="text"
        inputMode={props.align === 'right' ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        onChange={(event) => onChange(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={onCompositionEnd}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onDoubleClick={isOpen ? undefined : () => open(true)}
      />
      {isOpen && bad !== undefined ? (
        <span className="cell-problem" role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" />
          {bad.messageJa}
        </span>
      ) : null}
    </>
  );
}

function leavesBy(event: KeyboardEvent): Leave | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'Enter':
      return event.shiftKey ? 'up' : 'down';
    case 'Tab':
      return event.shiftKey ? 'left' : 'right';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    default:
      return undefined;
  }
}
