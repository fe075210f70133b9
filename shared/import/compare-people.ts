/** A list beside the people of the course: who is new, who changes, who stays, and whom somebody must look at. */
import type { ListedPerson } from './read-people.js';
import { type Identity, likeness, lookupKeys, nameKey } from './same-person.js';
import { changesOf, type FieldChange, type Held, startYearProblem } from './taken-over.js';

export type RowKind = 'doubtful' | 'new' | 'changed' | 'same';

/** Who a row might be: a person of the course, or one of an earlier row of the same list. */
export type Candidate = { readonly held: Held } | { readonly listed: ListedPerson };

export type ComparedRow = {
  readonly person: ListedPerson;
  readonly kind: RowKind;
  /** The person that changes or stays. */
  readonly held?: Held;
  readonly changes: readonly FieldChange[];
  /** Why it is doubtful. */
  readonly doubtsJa: readonly string[];
  /** The question 「この人／別の人」 is open about this one. */
  readonly candidate?: Candidate;
  /** False where there is no name: nothing can be taken over. */
  readonly canBeTaken: boolean;
};

export type Comparison = {
  /** 疑わしい → 新規 → 変更 → 変更なし, each in the order of the list. */
  readonly rows: readonly ComparedRow[];
  /** People of the course that the list does not have; they stay. */
  readonly absent: readonly Held[];
};

const ORDER: readonly RowKind[] = ['doubtful', 'new', 'changed', 'same'];

/** Compares row by row; yields after each, so that the caller may pause. */
export function* comparePeople(
  people: readonly ListedPerson[],
  course: { readonly held: readonly Held[]; readonly fiscalYear: number },
): Generator<number, Comparison> {
  const comparer = new Comparer(course.held, course.fiscalYear);
  // Whoever is certain is claimed first: a namesake further down is then somebody else.
  for (const person of people) {
    comparer.claim(person);
    yield 0;
  }
  const rows: ComparedRow[] = [];
  for (const [index, person] of people.entries()) {
    rows.push(comparer.compare(person));
    yield index + 1;
  }
  const sorted = ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind));
  const asked = new Set(rows.map((row) => row.candidate && 'held' in row.candidate && row.candidate.held));
  const absent = course.held.filter((held) => !comparer.isClaimed(held) && !asked.has(held));
  return { rows: sorted, absent };
}

class Comparer {
  readonly #held = new Lookup<Held>((held) => held.participant);
  readonly #seen = new Lookup<ListedPerson>((person) => person.values);
  readonly #claimedBy = new Map<Held, ListedPerson>();
  readonly #claims = new Map<ListedPerson, Held>();
  readonly #byId: ReadonlyMap<string, Held>;

  constructor(
    held: readonly Held[],
    readonly fiscalYear: number,
  ) {
    for (const one of held) this.#held.add(one);
    this.#byId = new Map(held.map((one) => [one.participant.id, one]));
  }

  isClaimed(held: Held): boolean {
    return this.#claimedBy.has(held);
  }

  /** Takes the one person of the course that the row certainly is. */
  claim(person: ListedPerson): void {
    const keyed = this.#keyed(person);
    if (keyed && isNear(person.values, keyed.participant)) {
      this.#take(person, keyed);
      return;
    }
    const certain = this.#held.alike(person.values).filter(({ likeness: like }) => like.kind === 'same');
    const [only] = certain;
    if (certain.length !== 1 || !only || this.#claimedBy.has(only.entry)) return;
    this.#take(person, only.entry);
  }

  #take(person: ListedPerson, held: Held): void {
    this.#claimedBy.set(held, person);
    this.#claims.set(person, held);
    this.#seen.add(person);
  }

  /** The person whose key the row carries, unless another row has claimed it. */
  #keyed({ values }: ListedPerson): Held | undefined {
    const held = values.key === undefined ? undefined : this.#byId.get(values.key);
    return held && !this.#claimedBy.has(held) ? held : undefined;
  }

  compare(person: ListedPerson): ComparedRow {
    const held = this.#claims.get(person);
    const twin = held ? undefined : this.#twin(person);
    if (!held) this.#seen.add(person);
    if (person.values.nameJa === undefined && held === undefined) {
      return this.#row(person, { doubtsJa: ['氏名がありません'], canBeTaken: false });
    }
    if (held) return this.#row(person, { held });
    if (twin) {
      return this.#row(person, { candidate: { listed: twin }, doubtsJa: [`${twin.rowNo}行目と同じ人のようです`] });
    }
    return this.#unclaimed(person);
  }

  /** Another row of the list for the same person. Two birth dates are two people: a namesake is nothing to ask about. */
  #twin({ values }: ListedPerson): ListedPerson | undefined {
    const twins = this.#seen.alike(values).filter(({ entry, likeness: like }) => {
      const hasOther = entry.values.birthDate !== undefined && entry.values.birthDate !== values.birthDate;
      return like.kind === 'same' || values.birthDate === undefined || !hasOther;
    });
    return twins[0]?.entry;
  }

  #unclaimed(person: ListedPerson): ComparedRow {
    const [first, ...others] = this.#held.alike(person.values).filter(({ entry }) => !this.#claimedBy.has(entry));
    const keyed = this.#keyed(person);
    if (keyed && first?.entry !== keyed) {
      return this.#row(person, { candidate: { held: keyed }, doubtsJa: [KEY_OF_ANOTHER_JA] });
    }
    if (!first) return this.#row(person, {});
    const { entry, likeness: like } = first;
    if (like.kind === 'nameOnly' && others.length === 0 && this.#changes(person, entry).length === 0) {
      // Nothing tells more than the name, and nothing would change: there is nothing to ask.
      this.#claimedBy.set(entry, person);
      return this.#row(person, { held: entry });
    }
    const ja =
      like.kind === 'perhaps'
        ? like.ja
        : like.kind === 'nameOnly'
          ? '同じ氏名の人がいますが、生年月日で確かめられません'
          : '同じ人が2人登録されています';
    return this.#row(person, { candidate: { held: entry }, doubtsJa: [ja] });
  }

  #row(
    person: ListedPerson,
    found: Partial<Pick<ComparedRow, 'held' | 'candidate' | 'doubtsJa' | 'canBeTaken'>>,
  ): ComparedRow {
    const changes = found.held ? this.#changes(person, found.held) : [];
    const year = startYearProblem(person.values, found.held?.enrollment?.startFiscalYear, this.fiscalYear);
    const doubtsJa = [
      ...(found.doubtsJa ?? []),
      ...person.problems.map((problem) => problem.ja),
      ...(year === undefined ? [] : [year]),
    ];
    const kind = doubtsJa.length > 0 ? 'doubtful' : !found.held ? 'new' : changes.length > 0 ? 'changed' : 'same';
    return { person, kind, changes, canBeTaken: true, ...found, doubtsJa };
  }

  #changes(person: ListedPerson, held: Held): FieldChange[] {
    return changesOf(held, person.values, this.fiscalYear);
  }
}

const KEY_OF_ANOTHER_JA = '照合キーの人とは、氏名も生年月日も違います。行がずれていないかを確かめてください';

/** A key alone does not tell who somebody is: rows slip when only some columns are sorted. */
function isNear(values: Identity, held: Identity): boolean {
  const isSame = (field: 'nameJa' | 'nameKana' | 'birthDate'): boolean =>
    values[field] !== undefined && held[field] !== undefined && nameKey(values[field]) === nameKey(held[field]);
  return isSame('nameJa') || isSame('nameKana') || isSame('birthDate');
}

/** The row as it is once somebody has said who it is. */
export function answered(row: ComparedRow, isSame: boolean, fiscalYear: number): ComparedRow {
  const { candidate, ...rest } = row;
  if (!candidate) return row;
  if (!isSame) return { ...rest, kind: 'new' };
  // The earlier row of the list stands for the person; this one adds nothing.
  if ('listed' in candidate) return { ...rest, kind: 'same' };
  const changes = changesOf(candidate.held, row.person.values, fiscalYear);
  return { ...rest, held: candidate.held, changes, kind: changes.length > 0 ? 'changed' : 'same' };
}

/** Finds by name, by kana and birth date, and by ID, so that 5,000 people are not compared with 5,000. */
class Lookup<T> {
  readonly #byKey = new Map<string, T[]>();

  constructor(readonly identity: (entry: T) => Identity) {}

  add(entry: T): void {
    for (const key of lookupKeys(this.identity(entry))) {
      const own = this.#byKey.get(key);
      if (own) own.push(entry);
      else this.#byKey.set(key, [entry]);
    }
  }

  /** Everybody alike, the surest first. */
  alike(identity: Identity): { readonly entry: T; readonly likeness: NonNullable<ReturnType<typeof likeness>> }[] {
    const near = new Set(lookupKeys(identity).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...near]
      .flatMap((entry) => {
        const like = likeness(identity, this.identity(entry));
        return like ? [{ entry, likeness: like }] : [];
      })
      .sort((a, b) => SURENESS[a.likeness.kind] - SURENESS[b.likeness.kind]);
  }
}

const SURENESS = { same: 0, perhaps: 1, nameOnly: 2 } as const;
