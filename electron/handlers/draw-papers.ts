import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

export const drawPapers: Handler<'draw-papers'> = () => {
  throw new Refused('UNKNOWN-CALL', 'この操作はまだありません。');
};
