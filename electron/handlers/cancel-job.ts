import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const cancelJob: Handler<'cancel-job'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
