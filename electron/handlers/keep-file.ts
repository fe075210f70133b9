import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const keepFile: Handler<'keep-file'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
