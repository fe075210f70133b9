import { type ReactNode, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import { withholdingFigures } from '../../../shared/payments/payment-figures.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { travelJa } from './assumed.js';
import { recordTravelChoice, removeTravelChoice } from './payment-changes.js';
import type { Payments } from './use-payments.js';

const INCLUDES_JA = { yes: '旅費も対象に含める', no: '旅費は対象から除く' } as const;
const INCLUDES = [
  { value: 'no', ja: INCLUDES_JA.no },
  { value: 'yes', ja: INCLUDES_JA.yes },
] as const;

/** 旅費の源泉徴収: what the book says, and what the organisation has settled for itself, with its reason. */
export function TravelChoices({ payments }: { readonly payments: Payments }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { book, value, travelChoices } = payments;
  const ofBook = withholdingFigures(book, value.asOf);
  return (
    <section className="pay-part" aria-label="旅費の源泉徴収">
      <h3>旅費の源泉徴収</h3>
      <p>
        {ofBook ? `基準では、${travelJa(ofBook)}。` : '基準にこの日の扱いがありません。'}
        団体が交通機関や宿泊先へ直接払う分は、どちらの扱いでも入りません。
      </p>
      <p className="second">
        税務署の確認や団体の規程により扱いが違うときは、理由と一緒に記録します。記録した日からの支払は、その扱いで計算し、照合でも差としません。
      </p>
      {travelChoices.length === 0 ? null : (
        <ul className="pay-choices">
          {travelChoices.map((choice) => (
            <li key={choice.from}>
              <span>
                <b>{slashDate(choice.from)}からの支払：</b>
                {INCLUDES_JA[choice.includesTravel ? 'yes' : 'no']}
                <br />
                <span className="second">
                  {choice.reasonJa}（{slashDate(choice.confirmedOn)}に確認）
                </span>
              </span>
              <Button size="small" kind="bare" onClick={() => void tell(removeTravelChoice(door, choice))}>
                消す
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewChoice payments={payments} />
    </section>
  );
}

function NewChoice({ payments }: { readonly payments: Payments }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { book, value } = payments;
  const [from, setFrom] = useState<string | undefined>(book.from);
  const [includes, setIncludes] = useState<'yes' | 'no'>();
  const [reasonJa, setReason] = useState<string>();
  const [confirmedOn, setConfirmedOn] = useState<string | undefined>(value.asOf);
  const [isPressed, setPressed] = useState(false);
  const isWhole = from !== undefined && includes !== undefined && reasonJa !== undefined && confirmedOn !== undefined;
  const save = async (): Promise<void> => {
    setPressed(true);
    if (!isWhole) return;
    const choice = { from, includesTravel: includes === 'yes', reasonJa, confirmedOn };
    if (!(await tell(recordTravelChoice(door, choice))).ok) return;
    setReason(undefined);
    setIncludes(undefined);
    setPressed(false);
  };
  return (
    <form
      className="pay-form"
      aria-label="団体の扱い"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="pay-pair">
        <SelectField label="団体の扱い" required value={includes} choices={INCLUDES} onCommit={setIncludes} />
        <DateField label="この日からの支払" required value={from} onCommit={(day) => setFrom(day)} />
      </div>
      <TextField
        label="理由"
        required
        placeholder="実費精算のため。○○税務署に確認"
        value={reasonJa}
        onCommit={(next) => setReason(next)}
      />
      <DateField
        label="確認した日"
        required
        width="middle"
        value={confirmedOn}
        onCommit={(day) => setConfirmedOn(day)}
      />
      <div className="pay-buttons">
        <Button type="submit" size="small">
          団体の扱いを記録
        </Button>
      </div>
      {isPressed && !isWhole ? (
        <p className="pay-lack">扱い・始める日・理由・確認した日がそろうと記録できます</p>
      ) : null}
    </form>
  );
}
