import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const jobState: Handler<'job-state'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
