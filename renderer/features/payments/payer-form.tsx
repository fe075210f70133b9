import { type ReactNode, useState } from 'react';
import { maskedAccount } from '../../../shared/payments/bank-account.js';
import {
  accountText,
  EMPTY_ACCOUNT,
  type PlaceText,
  readClientCode,
  readPlace,
  type TextProblems,
} from '../../../shared/payments/read-account.js';
import type { TransferPayer } from '../../../shared/payments/zengin/transfer-order.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { AccountFields, CodeField } from './account-fields.js';
import { KanaField } from './kana-field.js';
import { recordPayer } from './payment-changes.js';
import type { Payments } from './use-payments.js';

const PAYER_NAME = 40;

type PayerText = PlaceText & { readonly clientCode: string; readonly nameKana: string };

/** 振込依頼人: 委託者コード, name and the account that is debited. The account is masked until it is to be changed. */
export function PayerForm({ payments }: { readonly payments: Payments }): ReactNode {
  const { payer } = payments;
  const [isTyping, setTyping] = useState(payer === undefined);
  return (
    <section className="pay-part" aria-label="振込元">
      <h3>振込元（振込依頼人）</h3>
      {isTyping || !payer ? (
        <Typing payer={payer} onDone={() => setTyping(false)} />
      ) : (
        <>
          <dl className="panel-work">
            <div>
              <dt>委託者コード</dt>
              <dd>{payer.clientCode}</dd>
            </div>
            <div>
              <dt>依頼人名</dt>
              <dd>{payer.nameKana}</dd>
            </div>
            <div>
              <dt>口座</dt>
              <dd>{maskedAccount(payer.account)}</dd>
            </div>
          </dl>
          <div className="pay-buttons">
            <Button size="small" onClick={() => setTyping(true)}>
              振込元を直す
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Typing({
  payer,
  onDone,
}: {
  readonly payer: TransferPayer | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const [text, setText] = useState<PayerText>(() => ({
    ...(payer ? accountText(payer.account) : EMPTY_ACCOUNT),
    clientCode: payer?.clientCode ?? '',
    nameKana: payer?.nameKana ?? '',
  }));
  const [problems, setProblems] = useState<TextProblems<PayerText>>({});
  const change = (fields: Partial<PayerText>): void => {
    setText((before) => ({ ...before, ...fields }));
    const changed = Object.keys(fields);
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !changed.includes(key))));
  };
  const save = async (): Promise<void> => {
    const read = readPayer(text);
    if ('problems' in read) setProblems(read.problems);
    else if ((await tell(recordPayer(door, read.payer))).ok) onDone();
  };
  return (
    <form
      className="pay-form"
      aria-label="振込元"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CodeField
        label="委託者コード"
        note="銀行から知らされた数字10桁まで"
        text={text.clientCode}
        problem={problems.clientCode}
        onText={(clientCode) => change({ clientCode })}
      />
      <KanaField
        label="振込依頼人名（カナ）"
        required
        note="法人の種類は銀行の略語に直します"
        most={PAYER_NAME}
        text={text.nameKana}
        problem={problems.nameKana}
        onText={(nameKana) => change({ nameKana })}
      />
      <AccountFields text={text} problems={problems} onText={change} />
      <div className="pay-buttons">
        <Button kind="main" type="submit">
          振込元を記録
        </Button>
        {payer ? (
          <Button kind="bare" onClick={onDone}>
            やめる
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function readPayer(
  text: PayerText,
): { readonly payer: TransferPayer } | { readonly problems: TextProblems<PayerText> } {
  const place = readPlace(text);
  const clientCode = readClientCode(text.clientCode);
  const nameKana = text.nameKana.trim();
  if (place.ok && clientCode !== undefined && nameKana !== '') {
    return { payer: { clientCode, nameKana, account: place.value } };
  }
  return {
    problems: {
      ...(place.ok ? {} : place.problems),
      ...(clientCode === undefined ? { clientCode: '委託者コードは数字10桁までです' } : {}),
      ...(nameKana === '' ? { nameKana: '振込依頼人名を入れてください' } : {}),
    },
  };
}
