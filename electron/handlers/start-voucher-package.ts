import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const startVoucherPackage: Handler<'start-voucher-package'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
