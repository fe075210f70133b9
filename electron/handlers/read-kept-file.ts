import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const readKeptFile: Handler<'read-kept-file'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
