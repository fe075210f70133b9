import { stringify } from 'yaml';
import { bookComment, bookDocument } from '../../shared/rules/books/book-document.js';
import { rulebookFile, type RulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';
import { writeNumbered } from '../safe-write.js';

/** Writes a rulebook as one YAML file, a draft with its gaps too: for another laptop, for an editor, for `--book`. */
export const writeRulebook: Handler<'write-rulebook'> = async ({ book }, host) => {
  const parsed = rulebookFile.safeParse(book);
  if (!parsed.success) throw new Refused('BAD-INPUT', '基準の形が合わないため、書き出せません。');
  const bytes = Buffer.from(bookText(parsed.data));
  const path = await writeNumbered(host.outputDir, fileName(parsed.data), bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};

/** The text of the file; the same book gives the same text. */
export function bookText(file: RulebookFile): string {
  const comment = bookComment(file).map((line) => `# ${line}\n`);
  return `${comment.join('')}${stringify(bookDocument(file, Object.keys(FIGURES)), { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function fileName({ id, edition, state, titleJa }: RulebookFile): string {
  return `${[id, `第${edition}版`, ...(state === 'draft' ? ['改訂案'] : []), titleJa].join('_')}.yaml`;
}
