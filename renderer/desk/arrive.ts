/** Going to the very place: the screen of a course and, as soon as it is drawn, the field or the line on it. */

/** A screen that reads its course first takes some frames; after that the place is not there. */
const MOST_FRAMES = 90;

/** Parts of a screen that are shown on demand, in the order in which a field is looked for in them. */
const VIEWS_JA = ['登録内容', '変更・承認', '会場・科目'] as const;
/** Frames that a view gets to draw what it holds, before the next one is looked into. */
const VIEW_FRAMES = 20;

/**
 * Focuses the field of the work area that has this label, or the first one of the part with this heading; where it
 * stands in a view that is not open, that is opened first.
 */
export function arriveAtField(label: string): void {
  let isOpening = false;
  const looked = new Set<string>();
  whenDrawn((frame) => {
    const found = fieldOf(label) ?? firstFieldOf(label);
    if (found || (isOpening && frame % VIEW_FRAMES !== 0)) return found;
    const views = [...document.querySelectorAll<HTMLElement>('main [role="radio"][aria-checked="false"]')];
    const next = VIEWS_JA.map((ja) => views.find((own) => own.textContent === ja && !looked.has(ja))).find(Boolean);
    if (next) looked.add(next.textContent);
    next?.click();
    isOpening = next !== undefined;
    return undefined;
  }, reveal);
}

function fieldOf(label: string): HTMLElement | null {
  const own = [...document.querySelectorAll<HTMLLabelElement>('main label')].find(
    ({ firstChild }) => firstChild?.textContent === label,
  );
  return own ? document.getElementById(own.htmlFor) : null;
}

function firstFieldOf(heading: string): HTMLElement | null {
  const part = [...document.querySelectorAll('main section')].find(
    (section) => section.getAttribute('aria-label') === heading || section.querySelector('h2')?.textContent === heading,
  );
  return part?.querySelector<HTMLElement>('input, select, textarea, button') ?? null;
}

/** Chooses the row of a person in 受講者 or 講師等. */
export function arriveAtPerson(personId: string): void {
  whenDrawn(
    () => document.querySelector<HTMLElement>(`main [data-person="${CSS.escape(personId)}"] input[type="text"]`),
    reveal,
  );
}

/** Asks the table of 経費 for a line that it has not drawn, because it is far from what is in sight. */
export const WANTED_LINE = 'wanted-line';

/** Chooses the line of 経費. */
export function arriveAtLine(lineId: string): void {
  whenDrawn(
    () => {
      const row = document.getElementById(`claim-${lineId}`);
      if (!row) {
        const table = document.querySelector('main [role="grid"]');
        table?.dispatchEvent(new CustomEvent<string>(WANTED_LINE, { detail: lineId }));
      }
      return row;
    },
    (row) => {
      row.scrollIntoView({ block: 'center' });
      // The table chooses when the button goes down, as Excel does.
      const cell = row.querySelector<HTMLElement>('[role="gridcell"]');
      cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    },
  );
}

function reveal(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
}

function whenDrawn(
  find: (frame: number) => HTMLElement | null | undefined,
  then: (element: HTMLElement) => void,
): void {
  let frames = 0;
  const look = (): void => {
    const element = find(frames);
    if (element) then(element);
    else if ((frames += 1) < MOST_FRAMES) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
