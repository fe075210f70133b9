import { type ReactNode, useState } from 'react';
import { type AccountMatch, type KnownAccount, ownerJa } from '../../../shared/payments/account-match.js';
import { ACCOUNT_KIND_JA, type BankAccount, maskedAccount } from '../../../shared/payments/bank-account.js';
import type { Payee } from '../../../shared/payments/payee.js';
import { accountText, EMPTY_ACCOUNT } from '../../../shared/payments/read-account.js';
import { bankText } from '../../../shared/payments/zengin/bank-kana.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { AccountForm } from './account-form.js';
import { recordAccount, recordConfirmed, recordOwner, removeAccount } from './payment-changes.js';
import type { Payments } from './use-payments.js';

type Props = {
  readonly payments: Payments;
  readonly payee: Payee;
  readonly isShown: boolean;
};

const NONE: AccountMatch = { kind: 'none' };

/** 口座 of a payee, kept for all courses; masked until it is asked for. */
export function AccountPart({ payments, payee, isShown }: Props): ReactNode {
  const [isTyping, setTyping] = useState(false);
  const { door } = useDesk();
  const tell = useTold();
  const match = payments.matches.get(payee.key) ?? NONE;
  const known = match.kind === 'sure' ? match.known : undefined;
  if (payee.kind === 'unknown') return null;
  const record = async (account: BankAccount): Promise<boolean> =>
    (await tell(recordAccount(door, payee, payments, account, known))).ok;
  return (
    <section className="pay-part" aria-label="口座">
      <h3>口座</h3>
      {isTyping ? (
        <AccountForm
          first={known ? accountText(known.value.account) : { ...EMPTY_ACCOUNT, holderKana: holderOf(payments, payee) }}
          recordJa={known ? '口座を直す' : '口座を登録'}
          onRecord={record}
          onDone={() => setTyping(false)}
        />
      ) : known ? (
        <Known payments={payments} known={known} isShown={isShown} onType={() => setTyping(true)} />
      ) : (
        <>
          {match.kind === 'doubtful' ? (
            <Candidates payments={payments} payee={payee} candidates={match.candidates} isShown={isShown} />
          ) : (
            <p className="second">まだ登録していません。登録すると、ほかの講習会でも使います。</p>
          )}
          <div className="pay-buttons">
            <Button size="small" onClick={() => setTyping(true)}>
              {match.kind === 'doubtful' ? '別の口座を登録' : '口座を登録'}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** What is known of the name at the bank before anything is typed. */
function holderOf({ staff }: Payments, payee: Payee): string {
  const person = payee.kind === 'person' ? staff.find((one) => one.id === payee.key) : undefined;
  return person?.accountHolderKana ?? person?.nameKana ?? '';
}

function Known({
  payments,
  known,
  isShown,
  onType,
}: {
  readonly payments: Payments;
  readonly known: KnownAccount;
  readonly isShown: boolean;
  readonly onType: () => void;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { account, confirmedOn } = known.value;
  return (
    <>
      <AccountWords account={account} isShown={isShown} />
      <DateField
        label="通帳などと照らした日"
        width="middle"
        placeholder="まだ"
        value={confirmedOn}
        year={payments.value.course.fiscalYear}
        onCommit={(day) => recordConfirmed(door, known, day)}
      />
      <div className="pay-buttons">
        {confirmedOn === undefined ? (
          <Button size="small" onClick={() => void tell(recordConfirmed(door, known, payments.value.asOf))}>
            今日照らした
          </Button>
        ) : null}
        <Button size="small" onClick={onType}>
          口座を直す
        </Button>
        <Button size="small" kind="bare" onClick={() => void tell(removeAccount(door, known))}>
          口座を消す
        </Button>
      </div>
    </>
  );
}

function AccountWords({ account, isShown }: { readonly account: BankAccount; readonly isShown: boolean }): ReactNode {
  if (!isShown) {
    return (
      <p>
        {maskedAccount(account)}
        <span className="caption pay-hidden">番号と名義は「口座を表示」で出ます</span>
      </p>
    );
  }
  const { bankCode, bankNameKana, branchCode, branchNameKana, kind, number, holderKana } = account;
  return (
    <dl className="panel-work">
      <div>
        <dt>金融機関</dt>
        <dd>{[bankCode, bankNameKana].filter(Boolean).join(' ')}</dd>
      </div>
      <div>
        <dt>支店</dt>
        <dd>{[branchCode, branchNameKana].filter(Boolean).join(' ')}</dd>
      </div>
      <div>
        <dt>口座</dt>
        <dd>
          {ACCOUNT_KIND_JA[kind]} {number}
        </dd>
      </div>
      <div>
        <dt>名義</dt>
        <dd>{holderKana}</dd>
      </div>
      <div>
        <dt>銀行の表示</dt>
        <dd>{bankText(holderKana).text}</dd>
      </div>
    </dl>
  );
}

function Candidates({
  payments,
  payee,
  candidates,
  isShown,
}: {
  readonly payments: Payments;
  readonly payee: Payee;
  readonly candidates: readonly KnownAccount[];
  readonly isShown: boolean;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  return (
    <>
      <p>同じ名前の口座があります。この人のものか、決めてください。</p>
      <ul className="pay-candidates">
        {candidates.map((known) => (
          <li key={known.key}>
            <span>
              {ownerJa(known.value)}
              <br />
              <span className="second">
                {maskedAccount(known.value.account)} {isShown ? known.value.account.holderKana : ''}
              </span>
            </span>
            <Button size="small" onClick={() => void tell(recordOwner(door, payee, payments, known))}>
              この人の口座
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
