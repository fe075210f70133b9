/**
 * The contract between the screens and the machine: every call with the shape of what goes in and comes out.
 * Electron, the browser host and the CLI serve the same calls; the preload knows none of them by name.
 * Arguments are checked on arrival; nothing here takes a path from the renderer.
 */
import { z } from 'zod';
import { listContent } from '../import/keyed/list-content.js';
import { listSheet } from '../import/list-sheet.js';
import { calendar } from '../calendar/calendar.js';
import { change } from '../model/change.js';
import { ownWords } from '../model/store/own-words.js';
import { paymentReportList } from '../payments/payment-report-list.js';
import { date } from '../model/primitives.js';
import { transferOrder } from '../payments/zengin/transfer-order.js';
import { templateMapping } from '../templates/mapping.js';
import { templatePreview } from '../templates/preview.js';
import { templateLook } from '../templates/sheet-look.js';
import { template } from '../templates/template.js';
import { picture, pictureType, sha256 } from '../vouchers/picture.js';

const nothing = z.strictObject({});
const jobId = z.string().min(1).max(40);

/** A file that the program wrote; `id` lets the renderer ask for it again without knowing paths. */
const writtenFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Folder and name as the user would read it. */
  place: z.string(),
  bytes: z.int().min(0),
});
export type WrittenFile = z.infer<typeof writtenFile>;
/** A file with the id of the paper that it is. */
const paperFile = writtenFile.extend({ paper: z.string() });
export type PaperFile = z.infer<typeof paperFile>;
const fileId = z.string().max(100);

/** Which papers of which case, decided by which book. */
const paperOrder = {
  case: z.unknown(),
  /** The book to decide by, as it is written; default: the shipped one of the case's rule set. */
  book: z.unknown().optional(),
  /** Default: all forms that fit the stage and the delivery of the case. */
  papers: z.array(z.string().max(100)).max(100).optional(),
  /** For 査定の説明書: these lines of the claim alone. Default: every line that is not eligible as claimed. */
  lines: z.array(z.string().max(100)).max(1000).optional(),
  /** 提出用: without the sheets that only help, and with values in the place of formulas. */
  forSubmission: z.boolean().default(false),
} as const;

/** Which kept form is filled, by which mapping, with which case, decided by which book (default as above). */
const templateOrder = {
  template: sha256,
  mapping: templateMapping,
  case: z.unknown(),
  book: z.unknown().optional(),
  words: ownWords.optional(),
} as const;

export const CONTRACT = {
  /** What runs here. */
  'app-info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      dataPlace: z.string(),
      outputPlace: z.string(),
    }),
  },
  /** All rulebooks as files; the renderer opens them itself. */
  'read-rulebooks': { input: nothing, output: z.strictObject({ books: z.array(z.unknown()) }) },
  /** The sample course as a case. */
  'read-sample': { input: nothing, output: z.strictObject({ case: z.unknown() }) },
  /** Where the journal stands. `storeId` is null before the first change. */
  'journal-state': {
    input: nothing,
    output: z.strictObject({ storeId: z.string().nullable(), lastSeq: z.int().min(0) }),
  },
  /**
   * Appends changes and returns only after they are flushed to the disk. The first change of an empty journal
   * names the store; a gap or another store is refused. Changes that are already there are accepted silently
   * when they are equal.
   */
  'append-journal': {
    input: z.strictObject({ storeId: z.string().min(8).max(64), changes: z.array(change).min(1).max(1000) }),
    output: z.strictObject({ lastSeq: z.int().min(0) }),
  },
  /** Changes from `from` on, at most `limit`; used to bring a database that fell behind up to date. */
  'read-journal': {
    input: z.strictObject({ from: z.int().min(1), limit: z.int().min(1).max(1000) }),
    output: z.strictObject({ storeId: z.string().nullable(), changes: z.array(change), lastSeq: z.int().min(0) }),
  },
  /**
   * Only for a damaged journal: goes on with the changes before the damage; the rest is kept aside in the files of
   * `kept` (names in the data folder). The database, when it holds more, appends the rest again.
   */
  'repair-journal': {
    input: nothing,
    output: z.strictObject({ storeId: z.string().nullable(), lastSeq: z.int().min(0), kept: z.array(z.string()) }),
  },
  /**
   * Writes papers of a case as files. `overwrite` names files (by ids of an earlier answer) to be written again;
   * otherwise a serial `_v2` keeps what is there.
   */
  'write-workbooks': {
    input: z.strictObject({
      ...paperOrder,
      format: z.enum(['xlsx', 'pdf']).default('xlsx'),
      overwrite: z.union([fileId, z.array(fileId).max(100)]).optional(),
    }),
    output: z.strictObject({ files: z.array(paperFile), cancelled: z.boolean() }),
  },
  /** Papers of a case as one PDF, for the screen and the printer; nothing is written. */
  'draw-papers': {
    input: z.strictObject(paperOrder),
    output: z.strictObject({ base64: z.string(), pages: z.int().min(0) }),
  },
  /** Writes a case file (.case.json). */
  'write-case': {
    input: z.strictObject({ case: z.unknown() }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /** Writes deadlines as a calendar file (.ics). */
  'write-calendar': {
    input: z.strictObject({ calendar }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /** Writes a 総合振込 file (全銀協制定フォーマット) for the bank; refused whole where one payee cannot be written. */
  'write-transfers': {
    input: z.strictObject({ order: transferOrder }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /** Writes the list of 支払調書 of a calendar year as a workbook. */
  'write-payment-report': {
    input: z.strictObject({ list: paymentReportList }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /**
   * The rows of a list (.xlsx, CSV in Shift_JIS or UTF-8, pasted cells), given as bytes in base64. Hidden sheets are
   * only named.
   */
  'read-table': {
    input: z.strictObject({ base64: z.string() }),
    output: z.strictObject({ sheets: z.array(listSheet), hiddenSheets: z.array(z.string()) }),
  },
  /** Writes a list (.xlsx) with a key column, for others to edit; it comes back through read-table. */
  'write-list': {
    input: z.strictObject({
      content: listContent,
      organizationJa: z.string().max(200),
      courseJa: z.string().max(200),
      madeOn: date,
    }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /** Writes a rulebook as one YAML file. */
  'write-rulebook': {
    input: z.strictObject({ book: z.unknown() }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /**
   * Keeps the bytes of a photo, scan or PDF of a voucher under their SHA-256, once and unchanged, and says what they
   * are. HEIC and other kinds that cannot be shown are refused with the way to a file that can.
   */
  'keep-file': {
    input: z.strictObject({ nameJa: z.string().min(1).max(255), base64: z.string() }),
    output: z.strictObject({
      sha256,
      type: pictureType,
      bytes: z.int().min(1),
      pages: z.int().min(1),
      /** False where the same bytes were there before. */
      isNew: z.boolean(),
    }),
  },
  /** The bytes of a kept file; refused with NO-SUCH-FILE where it is gone and DAMAGED-FILE where they changed. */
  'read-kept-file': {
    input: z.strictObject({ sha256 }),
    output: z.strictObject({ base64: z.string(), type: pictureType }),
  },
  /** Begins 証憑一式: one PDF and one ZIP of all vouchers of a case; goes on beside other calls. */
  'start-voucher-package': {
    input: z.strictObject({
      case: z.unknown(),
      book: z.unknown().optional(),
      pictures: z.array(picture).max(20_000),
    }),
    output: z.strictObject({ job: jobId }),
  },
  /** How far long work is. A job that ended is told once more and then forgotten. */
  'job-state': {
    input: z.strictObject({ job: jobId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('working'), done: z.int().min(0), total: z.int().min(0) }),
      z.strictObject({
        kind: z.literal('done'),
        files: z.array(writtenFile),
        /** What could not be done as asked, in words for the user: a kept file that is gone, a page that cannot be copied. */
        notesJa: z.array(z.string()),
      }),
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('refused'), error: z.unknown() }),
    ]),
  },
  /** Ends long work; nothing of it stays. */
  'cancel-job': { input: z.strictObject({ job: jobId }), output: nothing },
  /**
   * Opens a 様式 of a publisher (.xlsx): its bytes in base64, which are then kept beside the data under their SHA-256,
   * or one that is kept. Kept forms never leave the machine.
   */
  'read-template': {
    input: z.union([z.strictObject({ base64: z.string() }), z.strictObject({ template: sha256 })]),
    output: z.strictObject({ sha256, template, look: templateLook }),
  },
  /** What filling a kept form with a case would write, and what stands in its way; nothing is written. */
  'preview-template': { input: z.strictObject(templateOrder), output: templatePreview },
  /**
   * Writes a kept form filled with a case. `results` says what becomes of stored results of formulas: `keep` leaves
   * those of the empty form until Excel computes, `takeOut` removes them.
   */
  'fill-template': {
    input: z.strictObject({ ...templateOrder, results: z.enum(['keep', 'takeOut']) }),
    output: z.strictObject({
      files: z.array(writtenFile),
      cancelled: z.boolean(),
      /** Names of continuation sheets. */
      addedSheets: z.array(z.string()),
      /** Formulas that Excel computes when it opens the file. */
      formulas: z.int().min(0),
    }),
  },
  /** Writes the 対応表 of a form as one YAML file, without the form. */
  'write-mapping': {
    input: z.strictObject({ mapping: templateMapping }),
    output: z.strictObject({ files: z.array(writtenFile), cancelled: z.boolean() }),
  },
  /** Reads the text of such a file (YAML, of which JSON is a part). */
  'read-mapping': {
    input: z.strictObject({ text: z.string().max(5_000_000) }),
    output: z.strictObject({ mapping: templateMapping }),
  },
  /** Opens the folder of a written file. */
  'show-file': { input: z.strictObject({ id: z.string().max(100) }), output: nothing },
  /** Opens a written file with the program that the machine has for it. */
  'open-file': { input: z.strictObject({ id: z.string().max(100) }), output: nothing },
  /** Notes a fault of the program in the local log; no personal data. */
  'log-fault': {
    input: z.strictObject({ message: z.string().max(2000), stack: z.string().max(20_000) }),
    output: nothing,
  },
} as const;

export type CallName = keyof typeof CONTRACT;
export type CallInput<N extends CallName> = z.input<(typeof CONTRACT)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof CONTRACT)[N]['output']>;

/** Why the machine refused; `code` is printed small, `messageJa` says what is so and what is safe. */
export const refusal = z.strictObject({
  code: z.enum([
    'BAD-INPUT',
    'UNKNOWN-CALL',
    'INVALID-CASE',
    'NO-RULEBOOK',
    'FILE-IN-USE',
    'DISK-FULL',
    'NOT-WRITABLE',
    'JOURNAL-GAP',
    'JOURNAL-OTHER-STORE',
    'JOURNAL-DAMAGED',
    'NO-SUCH-FILE',
    'UNREADABLE-FILE',
    'DAMAGED-FILE',
    'TOO-LARGE',
    'FAULT',
  ]),
  messageJa: z.string(),
  /** File name, place in the file or another detail; never personal data. */
  detail: z.string().optional(),
});
export type Refusal = z.infer<typeof refusal>;

export type Answer<T> = { ok: true; value: T } | { ok: false; error: Refusal };
