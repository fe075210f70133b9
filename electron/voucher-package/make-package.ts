/** 証憑一式: one PDF and one ZIP, written beside each other page by page, placed together or not at all. */
import { setImmediate as otherWork } from 'node:timers/promises';
import { dayNumber } from '../../shared/dates.js';
import type { PaperInput } from '../../shared/forms/paper.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { indexWorkbook, packageName, type PackageFindings } from '../../shared/vouchers/index-workbook.js';
import { packageIndex, type PackageIndex } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { type Disk, DISK } from '../disk.js';
import { GrowingFile, placeTogether } from '../growing-file.js';
import type { Host } from '../host.js';
import type { JobControl, JobResult } from '../jobs.js';
import { typeOf } from '../kept-files/examine.js';
import type { Faces } from '../pdf/faces.js';
import { openDocument, placedSheets } from '../pdf/write-pdf.js';
import { Refused } from '../refused.js';
import { type Checked, checkPictures, type Place, placesOf } from './checked-pictures.js';
import { PackageDrawing } from './draw-package.js';
import { Outlet } from './outlet.js';
import { type PagePlan, pagePlan } from './page-plan.js';
import { ZipFile } from './zip-file.js';
import { ZipNames } from './zip-names.js';

export type PackageOrder = { readonly value: Case; readonly book: Rulebook; readonly pictures: readonly Picture[] };

const DAY_MS = 86_400_000;

/** Makes the package of a course; long work, see jobs.ts. */
export async function makePackage(
  { value, book, pictures }: PackageOrder,
  host: Host,
  { signal, progress }: JobControl,
  disk: Disk = DISK,
): Promise<JobResult> {
  const facts = new Facts(value);
  const input = { facts, decision: check(value, book), book };
  const index = packageIndex(facts, input.decision, book, pictures);
  const places = placesOf(index);
  let done = 0;
  const step = (): void => progress((done += 1), 2 * places.length);
  progress(0, 2 * places.length);
  const checked = await checkPictures(places, host.keptFiles, signal, step);
  const files: GrowingFile[] = [];
  try {
    const pdf = await GrowingFile.begin(host.outputDir, disk);
    files.push(pdf);
    const zip = await GrowingFile.begin(host.outputDir, disk);
    files.push(zip);
    const lateNotes = await new Making(input, index, checked, pdf, zip, host).make(signal, step);
    signal.throwIfAborted();
    const name = packageName(input);
    const named = [
      { file: pdf, name: `${name}.pdf` },
      { file: zip, name: `${name}.zip` },
    ];
    const paths = await placeTogether(named);
    return {
      files: paths.map((path, at) => host.written.note(path, named[at]?.file.length ?? 0)),
      notesJa: [...checked.notesJa, ...lateNotes],
    };
  } catch (error) {
    for (const file of files) await file.discard();
    throw error;
  }
}

class Making {
  readonly #lateNotes: string[] = [];

  constructor(
    readonly input: PaperInput,
    readonly index: PackageIndex,
    readonly checked: Checked,
    readonly pdf: GrowingFile,
    readonly zip: GrowingFile,
    readonly host: Host,
  ) {}

  /** Returns what went wrong since the files were checked. */
  async make(signal: AbortSignal, step: () => void): Promise<readonly string[]> {
    const { index, input } = this;
    const made = new Date(dayNumber(input.facts.asOf) * DAY_MS);
    const { document, faces } = openDocument(packageName(input), made);
    const outlet = new Outlet(document, this.pdf);
    const { plan, workbook } = this.#planned(faces);
    const [first, last] = placedSheets(workbook, faces);
    const drawing = new PackageDrawing(document, faces, workbook, plan.total, this.checked);
    const zip = new ZipFile(this.zip, input.facts.asOf);
    await zip.add('証憑索引.xlsx', await writeWorkbook(workbook));
    await this.#addNotes(zip);
    if (first) drawing.sheet(first);
    const names = new ZipNames();
    const places = new Map<string | undefined, Place[]>();
    for (const place of placesOf(index)) {
      const key = place.voucher?.voucher.id;
      places.set(key, [...(places.get(key) ?? []), place]);
    }
    const put = async (id: string | undefined): Promise<void> => {
      for (const place of places.get(id) ?? []) {
        signal.throwIfAborted();
        await this.#put(place, drawing, zip, names);
        await outlet.settle();
        step();
        await otherWork();
      }
    };
    for (const group of index.groups) {
      drawing.cover(group);
      for (const { voucher } of group.vouchers) await put(voucher.id);
    }
    await put(undefined);
    if (last) drawing.sheet(last);
    await outlet.end();
    await zip.finish();
    return this.#lateNotes;
  }

  /** The index names pages that stand behind it: its own length is found with any numbers, and then its content. */
  #planned(faces: Faces): { plan: PagePlan; workbook: ReturnType<typeof indexWorkbook> } {
    const findings = (plan?: PagePlan): PackageFindings => ({
      pageOf: (id) => (plan ? plan.firstOf.get(id) : undefined),
      loosePage: plan?.loose,
      faultsOf: (id) => this.checked.faults.get(id) ?? [],
      notesJa: this.checked.notesJa,
    });
    const [first, last] = placedSheets(indexWorkbook(this.input, this.index, findings()), faces);
    const plan = pagePlan(this.index, this.checked, first?.pages.length ?? 0, last?.pages.length ?? 0);
    return { plan, workbook: indexWorkbook(this.input, this.index, findings(plan)) };
  }

  async #put(place: Place, drawing: PackageDrawing, zip: ZipFile, names: ZipNames): Promise<void> {
    const bytes = await this.#bytes(place.picture);
    const type = bytes && typeOf(bytes);
    if (bytes && type) await zip.add(names.nameOf(place, type), bytes);
    await drawing.picture(place, type ? bytes : undefined);
  }

  async #bytes(picture: Picture): Promise<Buffer | undefined> {
    try {
      return await this.host.keptFiles.read(picture.sha256);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (this.checked.of(picture).kind !== 'absent') this.#lateNotes.push(error.messageJa);
      return undefined;
    }
  }

  /** Who opens only the ZIP reads there what is not in it. */
  async #addNotes(zip: ZipFile): Promise<void> {
    const { notesJa } = this.checked;
    if (notesJa.length === 0) return;
    await zip.add('確かめること.txt', Buffer.from(`\ufeff${notesJa.map((note) => `・${note}\r\n`).join('')}`));
  }
}
