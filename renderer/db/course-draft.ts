/** One course taken out of the database to be edited in memory; the door compares and writes what differs. */
import type { ChangeStep, Json, StoreTable } from '../../shared/model/change.js';
import { type Case, CASE_LISTS } from '../../shared/model/case/case.js';
import type { CaseStage } from '../../shared/model/case/course.js';
import { integrityProblems } from '../../shared/model/case/integrity.js';
import { readCase } from '../../shared/model/case/read-case.js';
import { type Problem, problemsOf } from '../../shared/model/problem.js';
import { assembleCase } from '../../shared/model/store/assemble-case.js';
import { withConsequences } from '../../shared/model/store/consequences.js';
import { type CourseRecord, courseRecord } from '../../shared/model/store/course-record.js';
import {
  type CourseRow,
  type CourseRows,
  inOrder,
  LIST_TABLES,
  type ListRow,
  type ListTable,
  type ListValue,
  rowKey,
} from '../../shared/model/store/rows.js';

type AnyRow = CourseRow | ListRow;
/** Fields of an entry, of any of its kinds; `undefined` takes a field away. */
export type FieldsOf<V> = V extends unknown ? { readonly [K in keyof V]?: V[K] | undefined } : never;
export type Position = { readonly after: string } | { readonly before: string };

/** The day is of no importance to the shape of a case; the draft is checked with this one. */
const ANY_DAY = '2021-04-01';

export class CourseDraft {
  readonly #before = new Map<string, AnyRow>();
  readonly #lists: { [T in ListTable]: Map<string, ListRow<T>> };
  #head: CourseRow | undefined;

  constructor(
    readonly courseId: string,
    head: CourseRow | undefined,
    rows: CourseRows,
  ) {
    this.#head = head;
    if (head) this.#before.set(`courses ${head.key}`, head);
    const entries = LIST_TABLES.map((table) => {
      const own: readonly ListRow[] = rows[table];
      for (const row of own) this.#before.set(`${table} ${row.key}`, row);
      return [table, new Map(own.map((row) => [row.key, row]))];
    });
    this.#lists = Object.fromEntries(entries) as { [T in ListTable]: Map<string, ListRow<T>> };
  }

  get exists(): boolean {
    return this.#head !== undefined;
  }

  /** The head of the course. Throws where the course is not there. */
  get record(): CourseRecord {
    if (!this.#head) throw new Error(`No course ${this.courseId}`);
    return this.#head.value;
  }

  get stage(): CaseStage {
    return this.record.stage;
  }

  setRecord(record: CourseRecord, order?: number): void {
    this.#head = {
      key: this.courseId,
      courseId: this.courseId,
      order: order ?? this.#head?.order ?? 0,
      value: plain(record),
    };
  }

  /** Changes fields of the course itself. A field set to `undefined` is taken away. */
  changeCourse(fields: FieldsOf<CourseRecord['course']>): void {
    const course = { ...this.record.course, ...fields } as CourseRecord['course'];
    this.setRecord({ ...this.record, course });
  }

  /** Changes fields of the organisation. A field set to `undefined` is taken away. */
  changeOrganization(fields: FieldsOf<CourseRecord['organization']>): void {
    const organization = { ...this.record.organization, ...fields } as CourseRecord['organization'];
    this.setRecord({ ...this.record, organization });
  }

  /** Entries of a list in order; lines are those of `stage`, by default of the claim being worked on. */
  list<T extends ListTable>(table: T, stage: CaseStage = this.stage): ListValue<T>[] {
    return this.#rows(table, stage).map((row) => row.value);
  }

  get<T extends ListTable>(table: T, id: string, stage: CaseStage = this.stage): ListValue<T> | undefined {
    return this.#lists[table].get(rowKey(this.courseId, table, id, stage))?.value;
  }

  /** Adds an entry, at the end or at a position, or replaces the one with its id (a position moves it). */
  put<T extends ListTable>(
    table: T,
    value: ListValue<T>,
    options: { readonly at?: Position; readonly stage?: CaseStage } = {},
  ): void {
    const stage = options.stage ?? this.stage;
    const key = rowKey(this.courseId, table, value.id, stage);
    const order = options.at
      ? this.#orderAt(table, options.at, stage)
      : (this.#lists[table].get(key)?.order ?? this.#orderAtEnd(table, stage));
    const row: ListRow<T> = {
      key,
      courseId: this.courseId,
      order,
      ...(table === 'lines' ? { stage } : {}),
      value: plain(value),
    };
    this.#lists[table].set(key, row);
  }

  /** Adds many new entries at the end, in their order. */
  append<T extends ListTable>(table: T, values: readonly ListValue<T>[], stage: CaseStage = this.stage): void {
    const first = this.#orderAtEnd(table, stage);
    for (const [index, value] of values.entries()) {
      const key = rowKey(this.courseId, table, value.id, stage);
      const row: ListRow<T> = {
        key,
        courseId: this.courseId,
        order: first + index,
        ...(table === 'lines' ? { stage } : {}),
        value: plain(value),
      };
      this.#lists[table].set(key, row);
    }
  }

  /** Changes fields of an entry, if it is there. A field set to `undefined` is taken away. */
  change<T extends ListTable>(
    table: T,
    id: string,
    fields: FieldsOf<ListValue<T>>,
    stage: CaseStage = this.stage,
  ): void {
    const value = this.get(table, id, stage);
    if (value) this.put(table, { ...value, ...fields } as ListValue<T>, { stage });
  }

  /** Removes an entry; what hangs on it goes with it when the draft is written. */
  remove(table: ListTable, id: string, stage: CaseStage = this.stage): void {
    this.#lists[table].delete(rowKey(this.courseId, table, id, stage));
  }

  /** Removes the course with everything in it. */
  removeCourse(): void {
    this.#head = undefined;
    for (const table of LIST_TABLES) this.#lists[table].clear();
  }

  /** An id that no entry of the list has: `s`, 12 → `s13`. */
  freshId(table: ListTable, prefix: string): string {
    const taken = new Set([...this.#lists[table].values()].map((row) => row.value.id));
    const people: readonly ListTable[] = ['staff', 'participants'];
    if (people.includes(table)) {
      // 講師等 and 受講者 share one name space.
      for (const other of people) for (const row of this.#lists[other].values()) taken.add(row.value.id);
    }
    let number = taken.size + 1;
    while (taken.has(`${prefix}${number}`)) number += 1;
    return `${prefix}${number}`;
  }

  /** The draft as a case of a stage. */
  case(stage: CaseStage = this.stage): Case {
    const rows = Object.fromEntries(LIST_TABLES.map((table) => [table, [...this.#lists[table].values()]]));
    return assembleCase(this.record, rows as unknown as CourseRows, stage, ANY_DAY);
  }

  /**
   * Draws along what follows from the edit, and says what keeps the result from being a valid case. Only the claim
   * being worked on is drawn along: what was applied for does not change with the timetable of the report.
   */
  settle(): Problem[] {
    if (!this.#head) return [];
    this.#drawAlong(this.stage);
    this.#dropApprovalsOfNoLine();
    const head = courseRecord.safeParse(this.record);
    if (!head.success) return problemsOf(head.error);
    const value = this.case();
    // Rows that did not change were checked when they were written; a whole case takes many times as long.
    if (this.#changedRowsFit() && integrityProblems(value).length === 0) return [];
    const read = readCase(value);
    return read.ok ? [] : read.problems;
  }

  /** What differs from the database, tables in a fixed order. */
  steps(): ChangeStep[] {
    const after = new Map<string, AnyRow>();
    if (this.#head) after.set(`courses ${this.#head.key}`, this.#head);
    for (const table of LIST_TABLES) {
      for (const row of this.#lists[table].values()) after.set(`${table} ${row.key}`, row);
    }
    const keys = [...new Set([...this.#before.keys(), ...after.keys()])];
    return keys.flatMap((place): ChangeStep[] => {
      const before = this.#before.get(place);
      const next = after.get(place);
      if (before === next || JSON.stringify(before) === JSON.stringify(next)) return [];
      const [table, key] = place.split(' ') as [StoreTable, string];
      return [{ table, key, before: json(before), after: json(next) }];
    });
  }

  #rows<T extends ListTable>(table: T, stage: CaseStage): ListRow<T>[] {
    const all = [...this.#lists[table].values()];
    return inOrder(table === 'lines' ? all.filter((row) => row.stage === stage) : all);
  }

  #orderAtEnd(table: ListTable, stage: CaseStage): number {
    let last = 0;
    for (const row of this.#lists[table].values()) {
      if (table !== 'lines' || row.stage === stage) last = Math.max(last, row.order);
    }
    return Math.floor(last) + 1;
  }

  #orderAt(table: ListTable, at: Position, stage: CaseStage): number {
    const rows = this.#rows(table, stage);
    const index = rows.findIndex((row) => row.value.id === ('after' in at ? at.after : at.before));
    if (index === -1) return this.#orderAtEnd(table, stage);
    const lower = rows['after' in at ? index : index - 1]?.order;
    const upper = rows['after' in at ? index + 1 : index]?.order;
    if (lower === undefined) return (upper ?? 1) - 1;
    return upper === undefined ? lower + 1 : (lower + upper) / 2;
  }

  #changedRowsFit(): boolean {
    return LIST_TABLES.every((table) =>
      [...this.#lists[table].values()].every((row: ListRow) => {
        if (this.#before.get(`${table} ${row.key}`) === row) return true;
        return CASE_LISTS[table].safeParse(row.value).success && (table !== 'lines' || claimsAtStage(row));
      }),
    );
  }

  #drawAlong(stage: CaseStage): void {
    const before = this.case(stage);
    const after = withConsequences(before);
    if (after.course !== before.course || after.organization !== before.organization) {
      this.setRecord({ ...this.record, course: after.course, organization: after.organization });
    }
    for (const table of LIST_TABLES) {
      const kept = new Set<string>();
      const own = before[table] ?? [];
      const same = new Set<unknown>(own);
      for (const entry of after[table] ?? []) {
        kept.add(entry.id);
        if (!same.has(entry)) this.put(table, entry, { stage });
      }
      for (const entry of own) if (!kept.has(entry.id)) this.remove(table, entry.id, stage);
    }
  }

  #dropApprovalsOfNoLine(): void {
    const lines = new Set([...this.#lists.lines.values()].map((row) => row.value.id));
    for (const row of [...this.#lists.approvals.values()]) {
      if (row.value.scope === 'line' && !lines.has(row.value.scopeId ?? '')) this.#lists.approvals.delete(row.key);
    }
  }
}

/** A line of the application claims its 申請額 and nothing else; one of the report its 実績額. */
function claimsAtStage(row: ListRow): boolean {
  const { planned, actual } = (row as ListRow<'lines'>).value;
  return row.stage === 'report' ? actual !== undefined : planned !== undefined && actual === undefined;
}

/** Without the keys that are there but `undefined`, as JSON would have it. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function json(row: AnyRow | undefined): Json {
  return (row ?? null) as Json;
}
