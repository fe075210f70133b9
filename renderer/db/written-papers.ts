/**
 * What this computer wrote of each paper of a course. Writing a file is nothing to be undone, and the file lies on this
 * computer alone: the notes stand beside the data, no change records them and no hand-over carries them.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import type { PaperFile } from '../../shared/ipc/contract.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { useDesk } from '../desk/desk-context.js';
import type { DeskDatabase } from './database.js';

/** A workbook, the same for submission, and as printed. */
export const WRITTEN_FORMS = ['workbook', 'submission', 'pdf', 'submissionPdf'] as const;
export type WrittenForm = (typeof WRITTEN_FORMS)[number];

export type WrittenPaper = {
  readonly key: string;
  readonly courseId: string;
  readonly paper: string;
  readonly form: WrittenForm;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** One file, or one per addressee. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly place: string }[];
  /** Tells whether the course is still as it was then. */
  readonly content: string;
};

/** What of a paper was written: of which course, which paper, in which form. */
export function writtenKey(courseId: string, paper: string, form: WrittenForm): string {
  return `${courseId} ${paper} ${form}`;
}

/** What the computer wrote of a course, by {@link writtenKey}; empty while it is being read. */
export function useWrittenPapers(courseId: string): ReadonlyMap<string, WrittenPaper> {
  const { database } = useDesk();
  const rows = useLiveQuery(() => database.written.where('courseId').equals(courseId).toArray(), [database, courseId]);
  return new Map((rows ?? []).map((row) => [row.key, row]));
}

/** Notes the files of a call, those of a paper together. */
export async function noteWritten(
  database: DeskDatabase,
  files: readonly PaperFile[],
  { courseId, form, content }: Pick<WrittenPaper, 'courseId' | 'form' | 'content'>,
): Promise<void> {
  const at = Date.now();
  const papers = [...new Set(files.map(({ paper }) => paper))];
  await database.written.bulkPut(
    papers.map((paper) => ({
      key: writtenKey(courseId, paper, form),
      courseId,
      paper,
      form,
      at,
      files: files.filter((file) => file.paper === paper).map(({ id, name, place }) => ({ id, name, place })),
      content,
    })),
  );
}

/** A short word for what a case holds and by which book it is judged; the day on which it is judged does not count. */
export function contentOf(value: Case, book: Pick<Rulebook, 'id' | 'edition'>): string {
  const text = JSON.stringify({ ...value, asOf: '', book: [book.id, book.edition] });
  // Two sums of 32 bits each: a change that goes unseen once in a thousand years of work is good enough for a hint.
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}
