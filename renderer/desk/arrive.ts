/** Going to the very place: the screen of a course and, as soon as it is drawn, the field or the line on it. */

/** A screen that reads its course first takes some frames; after that the place is not there. */
const MOST_FRAMES = 90;

/** The part of 概要 in which the fields of a course stand. */
const FACTS_JA = '登録内容';

/** Focuses the field of the work area that has this label; in 概要 the part with the fields is opened first. */
export function arriveAtField(label: string): void {
  whenDrawn(() => {
    const found = [...document.querySelectorAll<HTMLLabelElement>('main label')].find(
      (own) => own.firstChild?.textContent === label,
    );
    if (found) return document.getElementById(found.htmlFor);
    const facts = [...document.querySelectorAll<HTMLElement>('main [role="radio"][aria-checked="false"]')];
    facts.find((own) => own.textContent === FACTS_JA)?.click();
    return undefined;
  }, reveal);
}

/** Chooses the line of 経費, where the table has drawn it. */
export function arriveAtLine(lineId: string): void {
  whenDrawn(
    () => document.getElementById(`claim-${lineId}`),
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

function whenDrawn(find: () => HTMLElement | null | undefined, then: (element: HTMLElement) => void): void {
  let frames = 0;
  const look = (): void => {
    const element = find();
    if (element) then(element);
    else if ((frames += 1) < MOST_FRAMES) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
