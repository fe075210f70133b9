import { LIST_LIMITS } from '../../shared/import/list-sheet.js';
import { grouped } from '../../shared/money.js';
import { Refused } from '../refused.js';

/** The list has more rows than are read. */
export function tooManyRows(): Refused {
  return new Refused(
    'TOO-LARGE',
    `${grouped(LIST_LIMITS.rows)}行を超えています。受講者の行だけにするか、ファイルを分けてください。`,
  );
}

/** The file holds more than is read, or unfolds to more. */
export function tooMuch(): Refused {
  return new Refused(
    'TOO-LARGE',
    'ファイルの中身が大きすぎます。受講者の表だけを新しいブックに写し、値として貼り付けて保存してください。',
  );
}
