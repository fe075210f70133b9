/** 登録希望日 and 申請締切 of several 免除・免除申請, as one paper says them. */
import { eraDateJa, type IsoDate } from '../../dates.js';
import type { ExemptionApplication } from '../../model/case/exemption.js';
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

type Wish = { readonly wish: IsoDate | undefined; readonly count: number };

/** Earlier days first, what is not recorded last. */
function wishesOf(people: readonly string[], { facts }: Paper): Wish[] {
  const applications = new Map<string, ExemptionApplication>(
    (facts.case.exemptionApplications ?? []).toReversed().map((own) => [own.participantId, own]),
  );
  const counts = new Map<IsoDate | undefined, number>();
  for (const id of new Set(people)) {
    const wish = applications.get(id)?.wishedRegistration;
    counts.set(wish, (counts.get(wish) ?? 0) + 1);
  }
  return [...counts]
    .map(([wish, count]) => ({ wish, count }))
    .sort((a, b) => ((a.wish ?? '9999') < (b.wish ?? '9999') ? -1 : 1));
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
