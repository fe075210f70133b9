import type { ReactNode } from 'react';
import { ACCOUNT_KIND_JA } from '../../../shared/payments/bank-account.js';
import type { PlaceText, TextProblems } from '../../../shared/payments/read-account.js';
import { Field } from '../../ui/field.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { KanaField } from './kana-field.js';

const KINDS = choicesOf(ACCOUNT_KIND_JA);
const BANK_NAME = 15;

/** 金融機関・支店・種別・番号, as typed. */
export function AccountFields<T extends PlaceText>({
  text,
  problems,
  onText,
}: {
  readonly text: T;
  readonly problems: TextProblems<PlaceText>;
  readonly onText: (fields: Partial<PlaceText>) => void;
}): ReactNode {
  return (
    <>
      <div className="pay-pair">
        <CodeField
          label="金融機関コード"
          note="数字4桁"
          text={text.bankCode}
          problem={problems.bankCode}
          onText={(bankCode) => onText({ bankCode })}
        />
        <CodeField
          label="支店コード"
          note="数字3桁"
          text={text.branchCode}
          problem={problems.branchCode}
          onText={(branchCode) => onText({ branchCode })}
        />
      </div>
      <div className="pay-pair">
        <SelectField
          label="種別"
          value={text.kind}
          choices={KINDS}
          onCommit={(kind) => onText({ kind: kind ?? 'ordinary' })}
        />
        <CodeField
          label="口座番号"
          note="数字7桁まで"
          text={text.number}
          problem={problems.number}
          onText={(number) => onText({ number })}
        />
      </div>
      <p className="caption">
        番号が7桁に足りないときは先頭に0を付けます。ゆうちょ銀行は、振込用の店番と口座番号を入れます。
      </p>
      <details className="pay-more" open={text.bankNameKana !== '' || text.branchNameKana !== ''}>
        <summary>金融機関名・支店名（なくても書き出せます）</summary>
        <div className="pay-pair">
          <KanaField
            label="金融機関名（カナ）"
            most={BANK_NAME}
            text={text.bankNameKana}
            onText={(bankNameKana) => onText({ bankNameKana })}
          />
          <KanaField
            label="支店名（カナ）"
            most={BANK_NAME}
            text={text.branchNameKana}
            onText={(branchNameKana) => onText({ branchNameKana })}
          />
        </div>
      </details>
    </>
  );
}

/** Digits in any width; what they are is read when the account is recorded. */
export function CodeField({
  label,
  note,
  text,
  problem,
  onText,
}: {
  readonly label: string;
  readonly note: string;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
}): ReactNode {
  return (
    <Field label={label} note={note} problem={problem} required isFilled={text !== ''}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
