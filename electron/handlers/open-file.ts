import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const openFile: Handler<'open-file'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
