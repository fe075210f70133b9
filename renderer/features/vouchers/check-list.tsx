import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FindingMark } from '../../ui/finding-mark.js';
import type { VoucherCheck } from './voucher-checks.js';

/** この証憑の確かめ: a dark box with a tick where it is fine, 要確認 with what differs where it is not. */
export function CheckList({ checks }: { readonly checks: readonly VoucherCheck[] }): ReactNode {
  return (
    <section className="panel-section" aria-label="この証憑の確かめ">
      <h3 className="panel-heading">この証憑の確かめ</h3>
      <ul className="check-list">
        {checks.map((check) => (
          <li key={check.key}>
            <span className={check.isFine ? 'check-box check-box-fine' : 'check-box'}>
              {check.isFine ? <IconCheck size={12} stroke={3} aria-hidden="true" /> : null}
            </span>
            <span className="check-words">
              <span>{check.labelJa}</span>
              <span className="unseen">{check.isFine ? '確かめました' : '要確認'}</span>
              {check.noteJa === undefined ? null : <span className="check-note">{check.noteJa}</span>}
            </span>
            {check.isFine ? null : <FindingMark mark="confirm" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
