import { type ReactNode, useState } from 'react';
import { type IsoDate, shortDateJa, slashDate } from '../../../shared/dates.js';
import { courseNameJa } from '../../desk/course-words.js';
import type { deadlinePlace, DoneField } from '../../desk/deadline-places.js';
import { useCalendarFile } from '../../desk/use-calendar-file.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { readDateEntry } from '../../ui/date-field.js';
import { Field } from '../../ui/field.js';
import type { Due } from './due.js';

type Place = ReturnType<typeof deadlinePlace>;

/** Below the chosen deadline: safe day, formula, clause, what follows when it is missed, and marking it as done. */
export function DueDetail({
  id,
  due,
  place,
  isAsking,
  onAsk,
}: {
  readonly id: string;
  readonly due: Due;
  readonly place: Place;
  readonly isAsking: boolean;
  readonly onAsk: (asks: boolean) => void;
}): ReactNode {
  const { row, value, deadline } = due;
  const { safeOn, formulaJa, lateJa, sourceJa } = deadline;
  const writeCalendar = useCalendarFile();
  const courseJa = courseNameJa(value.course);
  return (
    <div className="due-detail">
      <div id={id} className="due-facts">
        {safeOn === null ? null : (
          <p>
            <span className="caption">安全日</span> {shortDateJa(safeOn)}
          </p>
        )}
        <p>
          <span className="caption">数え方</span> {formulaJa}　<span className="caption">手引き {sourceJa}</span>
        </p>
        <p>
          <span className="caption">過ぎると</span> {lateJa}
        </p>
      </div>
      {isAsking && place.done ? (
        <DoneForm due={due} done={place.done} onClose={() => onAsk(false)} />
      ) : (
        <div className="due-ways">
          {place.done ? (
            <Button size="small" shortcut="Space" onClick={() => onAsk(true)}>
              済にする
            </Button>
          ) : null}
          <button
            type="button"
            className="link"
            onClick={() => void writeCalendar(courseJa, [{ courseId: row.courseId, value }])}
          >
            この講習会の期限をカレンダーに
          </button>
        </div>
      )}
    </div>
  );
}

/** The day on which it was done; the 判定日 of the course is offered. */
function DoneForm({
  due,
  done,
  onClose,
}: {
  readonly due: Due;
  readonly done: { readonly field: DoneField; readonly askJa: string; readonly didJa: string };
  readonly onClose: () => void;
}): ReactNode {
  const { row, value } = due;
  const { act } = useCourseChanges(row.courseId);
  const [text, setText] = useState(slashDate(value.asOf));
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const read = readDateEntry(text, value.course.fiscalYear);
    if (!read.ok) {
      setProblem(read.ja);
      return;
    }
    const day: IsoDate = read.value;
    const recorded = await act(done.didJa, (course) => course.changeCourse({ [done.field]: day }));
    if (recorded.ok) onClose();
  };
  return (
    <form
      className="due-done"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Field label={done.askJa} width="short" problem={problem} isFilled>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="text"
            autoComplete="off"
            autoFocus
            value={text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(undefined);
            }}
          />
        )}
      </Field>
      <Button type="submit" size="small">
        済にする
      </Button>
      <Button size="small" kind="bare" shortcut="Esc" onClick={onClose}>
        やめる
      </Button>
    </form>
  );
}
