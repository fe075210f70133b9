import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { BankAccount } from '../../../shared/payments/bank-account.js';
import { type AccountText, readAccount, type TextProblems } from '../../../shared/payments/read-account.js';
import { Button } from '../../ui/button.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { AccountFields } from './account-fields.js';
import { KanaField } from './kana-field.js';

const HOLDER = 30;

/** 口座 of a payee: typed as a whole, recorded in one step. Esc leaves it as it was. */
export function AccountForm({
  first,
  recordJa,
  onRecord,
  onDone,
}: {
  readonly first: AccountText;
  readonly recordJa: string;
  readonly onRecord: (account: BankAccount) => Promise<boolean>;
  readonly onDone: () => void;
}): ReactNode {
  const [text, setText] = useState(first);
  const [problems, setProblems] = useState<TextProblems<AccountText>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    focusInPanel(() => form.current?.querySelector('input'));
  }, []);
  const change = (fields: Partial<AccountText>): void => {
    setText((before) => ({ ...before, ...fields }));
    const changed = Object.keys(fields);
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !changed.includes(key))));
  };
  const save = async (): Promise<void> => {
    const read = readAccount(text);
    if (!read.ok) setProblems(read.problems);
    else if (await onRecord(read.value)) onDone();
  };
  return (
    <form
      ref={form}
      className="pay-form"
      aria-label="口座"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <AccountFields text={text} problems={problems} onText={change} />
      <KanaField
        label="口座名義（カナ）"
        required
        note="通帳のとおりに。ひらがなや全角でも銀行の文字に直します"
        most={HOLDER}
        text={text.holderKana}
        problem={problems.holderKana}
        onText={(holderKana) => change({ holderKana })}
      />
      <div className="pay-buttons">
        <Button type="submit" size="small">
          {recordJa}
        </Button>
        <Button kind="bare" size="small" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
