import { type ReactNode, useState } from 'react';
import { bankText } from '../../../shared/payments/zengin/bank-kana.js';
import { Field, type FieldLabel } from '../../ui/field.js';

/** A name as the bank prints it, shown while it is typed; characters that banks do not take are named at once. */
export function KanaField({
  text,
  most,
  problem,
  onText,
  ...label
}: FieldLabel & {
  readonly text: string;
  /** Characters of the field in the bank's file. */
  readonly most: number;
  readonly problem?: string | undefined;
  readonly onText: (text: string) => void;
}): ReactNode {
  // Half a syllable of an IME is no character that anybody typed.
  const [isComposing, setComposing] = useState(false);
  const { text: printed, refused } = bankText(text);
  const isRefused = refused.length > 0 && !isComposing;
  return (
    <Field
      {...label}
      isFilled={text !== ''}
      problem={isRefused ? `振込で使えない文字があります：${refused.join(' ')}` : problem}
      note={text === '' ? label.note : <Preview printed={printed} most={most} />}
    >
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}

function Preview({ printed, most }: { readonly printed: string; readonly most: number }): ReactNode {
  const isLong = printed.length > most;
  return (
    <span className="pay-preview">
      <span>
        銀行の表示 <b>{printed.slice(0, most)}</b>
        {isLong ? <s>{printed.slice(most)}</s> : null}
      </span>
      <span className="whole">
        {printed.length}／{most}文字
      </span>
    </span>
  );
}
