import { transferFile } from '../../shared/payments/zengin/transfer-file.js';
import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';
import { writeNumbered } from '../safe-write.js';

/** Writes a 総合振込 file for the bank. Refuses with BAD-INPUT, naming every payee whom the bank would send back. */
export const writeTransfers: Handler<'write-transfers'> = async ({ order }, host) => {
  const file = transferFile(order);
  if (!file.ok) {
    const words = file.problems.map(({ payeeJa, ja }) => (payeeJa === '' ? ja : `${payeeJa}：${ja}`));
    throw new Refused('BAD-INPUT', `総合振込のファイルは書き出していません。${words.join('。')}。`);
  }
  const name = `総合振込_${order.payOn.replaceAll('-', '')}.txt`;
  const path = await writeNumbered(host.outputDir, name, file.bytes);
  return { files: [host.written.note(path, file.bytes.length)], cancelled: false };
};
