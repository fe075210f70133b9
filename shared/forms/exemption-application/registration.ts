/** 登録希望日 and 申請締切 of several 免除・免除申請, as one paper says them. */
import { eraDateJa, type IsoDate, slashDate } from '../../dates.js';
import { MissingFigure } from '../../rules/engine/figure.js';
import type { ReadFigure } from '../../rules/facts/due-dates.js';
import { registrationSlot } from '../../rules/facts/registration-slots.js';
import type { FigureKey, FigureOf } from '../../rules/figures.js';
import { fieldAcross } from '../field-rows.js';
import type { Paper } from '../paper.js';
import type { CellInput, SheetDraft } from '../sheet-draft.js';

const OPEN = '要確認';

/** Both fields; people without an application of their own leave them open. */
export function registrationFields(
  draft: SheetDraft,
  labelColumns: number,
  people: readonly string[],
  paper: Paper,
): void {
  const wishes = wishesOf(people, paper);
  const words = (wordOf: (wish: IsoDate) => string | undefined, whyJa: string): CellInput => {
    const said = wishes.map(({ wish, count }) => {
      const own = (wish === undefined ? undefined : wordOf(wish)) ?? OPEN;
      return wishes.length === 1 ? own : `${own}（${count}名）`;
    });
    const isOpen = said.length === 0 || said.some((word) => word.startsWith(OPEN));
    if (!isOpen) return { value: said.join('、') };
    return { value: said.length > 1 ? said.join('、') : `${OPEN}（${whyJa}）`, look: 'confirm' };
  };
  fieldAcross(draft, labelColumns, '登録希望日', words(eraDateJa, '記録なし'));
  fieldAcross(
    draft,
    labelColumns,
    '申請締切',
    words((wish) => closingJa(wish, paper), '登録希望日から決まります'),
  );
}

/** 2022/04/01 of each person, where the people do not all wish the same. */
export function differingWishes(
  people: readonly string[],
  paper: Paper,
): ((participantId: string) => string) | undefined {
  if (wishesOf(people, paper).length < 2) return undefined;
  const wishes = wishByPerson(paper);
  return (participantId) => {
    const wish = wishes.get(participantId);
    return wish === undefined ? OPEN : slashDate(wish);
  };
}

type Wish = { readonly wish: IsoDate | undefined; readonly count: number };

/** Earlier days first, what is not recorded last. */
function wishesOf(people: readonly string[], paper: Paper): Wish[] {
  const wishes = wishByPerson(paper);
  const counts = new Map<IsoDate | undefined, number>();
  for (const id of new Set(people)) {
    const wish = wishes.get(id);
    counts.set(wish, (counts.get(wish) ?? 0) + 1);
  }
  return [...counts]
    .map(([wish, count]) => ({ wish, count }))
    .sort((a, b) => ((a.wish ?? '9999') < (b.wish ?? '9999') ? -1 : 1));
}

/** By the first 免除・免除申請 of each person. */
function wishByPerson({ facts }: Paper): ReadonlyMap<string, IsoDate | undefined> {
  // A map keeps the last of two entries.
  return new Map(
    (facts.case.exemptionApplications ?? []).toReversed().map((own) => [own.participantId, own.wishedRegistration]),
  );
}

/** 令和3年11月30日; undefined for a day on which nobody is registered, or without the figures of the book. */
function closingJa(wish: IsoDate, { facts, book }: Paper): string | undefined {
  const figure: ReadFigure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
  try {
    const slot = registrationSlot(wish, figure);
    return slot && eraDateJa(slot.completedBy);
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}
