import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';
import { Controller, type Control, type FieldPath, useForm, useWatch } from 'react-hook-form';
import { Link, useLocation } from 'wouter';
import { fiscalYearJa } from '../../../shared/dates.js';
import { COURSE_MODE_JA, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../../../shared/model/case/course.js';
import { ORGANIZATION_KIND_JA } from '../../../shared/model/case/organization.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useToday } from '../../db/today.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useCourses } from '../../desk/use-courses.js';
import { COURSES, coursePath, RULEBOOKS } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { type Choice, choicesOf, SelectField } from '../../ui/select-field.js';
import {
  createCourse,
  dayWithin,
  firstYear,
  type NewCourseValues,
  newCourseValues,
  organizationFrom,
  yearsToChoose,
} from './create-course.js';
import './new-course.css';

/** 新しい講習会: who runs it and what it is; everything else comes later, in place. */
export function NewCourse(): ReactNode {
  const { books } = useDesk();
  const today = useToday();
  const courses = useCourses();
  // The bodies of earlier courses are the first values of the form: it must not appear before they are read.
  if (courses === undefined) return null;
  const latest = courses.findLast((row) => !row.value.isSample)?.value;
  const year = firstYear(books, today);
  return (
    <NewCourseForm initial={{ ...(year === undefined ? {} : { fiscalYear: year }), ...organizationFrom(latest) }} />
  );
}

function NewCourseForm({ initial }: { readonly initial: Partial<NewCourseValues> }): ReactNode {
  const { books, door } = useDesk();
  const [, navigate] = useLocation();
  const refuse = useRefusal();
  const today = useToday();
  const { control, handleSubmit, setFocus } = useForm<NewCourseValues>({
    resolver: zodResolver(newCourseValues),
    defaultValues: { level: 'coach1', subject: 'specialty', delivery: 'commissioned', mode: 'inPerson', ...initial },
    shouldFocusError: true,
  });
  useEffect(() => setFocus('contractName'), [setFocus]);

  const year = useWatch({ control, name: 'fiscalYear' });
  const subject = useWatch({ control, name: 'subject' });
  const book = books.find((candidate) => candidate.fiscalYear === year);
  const yearIsOver = book !== undefined && (today > book.to || today < book.from);

  /** False while 判定日 holds a text that is no date: the course would be made with another day. */
  const asOfIsRead = useRef(true);
  const form = useRef<HTMLFormElement>(null);

  const save = handleSubmit(async (values) => {
    if (!book) return;
    const created = await createCourse(door, {
      ...values,
      ruleSet: book.id,
      asOf: yearIsOver ? (values.asOf ?? dayWithin(book, today)) : undefined,
    });
    if (created.ok) navigate(coursePath(created.courseId, 'overview'));
    else refuse({ title: '講習会を作れません', problems: created.problems });
  });

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!yearIsOver || asOfIsRead.current) void save();
    // A text committed by this very key is marked only when the event has run its course.
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), 0);
  };

  return (
    <>
      <header className="screen-head">
        <h1 className="screen-name">新しい講習会</h1>
        <p className="second">わかるところだけで始められます。あとからすべて直せます。</p>
      </header>
      <div className="split-work" data-region="main">
        <form
          ref={form}
          className="new-course"
          noValidate
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event);
          }}
        >
          <fieldset>
            <legend>実施する団体</legend>
            <FormText
              control={control}
              name="contractName"
              label="契約名"
              required
              note="委託契約書の団体名。領収書の宛先や振込名義と比べます"
            />
            <div className="new-course-row">
              <FormSelect
                control={control}
                name="kind"
                label="種別"
                choices={choicesOf(ORGANIZATION_KIND_JA)}
                required
              />
              <FormSelect
                control={control}
                name="prefectureCode"
                label="都道府県"
                choices={PREFECTURE_CHOICES}
                emptyJa="なし"
              />
            </div>
          </fieldset>
          <fieldset>
            <legend>講習会</legend>
            <div className="new-course-row">
              <FormSelect control={control} name="level" label="級" choices={choicesOf(LEVEL_JA)} required />
              <FormSelect control={control} name="subject" label="科目" choices={choicesOf(SUBJECT_JA)} required />
              {subject === 'specialty' ? <FormText control={control} name="competition" label="競技" required /> : null}
            </div>
            <div className="new-course-row">
              <FormSelect
                control={control}
                name="delivery"
                label="委託・独自"
                choices={choicesOf(DELIVERY_JA)}
                required
              />
              <FormSelect control={control} name="mode" label="実施方法" choices={choicesOf(COURSE_MODE_JA)} required />
              <Controller
                control={control}
                name="fiscalYear"
                render={({ field }) => (
                  <SelectField
                    label="年度"
                    required
                    value={String(field.value)}
                    choices={yearsToChoose(books, today).map((each) => ({
                      value: String(each),
                      ja: fiscalYearJa(each),
                    }))}
                    onCommit={(chosen) => field.onChange(Number(chosen))}
                  />
                )}
              />
            </div>
            <BookNote year={year} book={book} />
            {yearIsOver ? (
              <Controller
                control={control}
                name="asOf"
                render={({ field }) => (
                  <DateField
                    label="判定日"
                    width="middle"
                    value={field.value ?? dayWithin(book, today)}
                    year={book.fiscalYear}
                    onCommit={field.onChange}
                    onRead={(isReadable) => (asOfIsRead.current = isReadable)}
                    note={`${fiscalYearJa(book.fiscalYear)}の外の日なので、期限をどの日から見るかを決めます`}
                  />
                )}
              />
            ) : null}
          </fieldset>
          <div className="new-course-buttons">
            <Button kind="main" type="submit" shortcut="Ctrl+Enter" disabled={!book}>
              作る
            </Button>
            <Button onClick={() => navigate(COURSES)}>やめる</Button>
          </div>
        </form>
      </div>
    </>
  );
}

/** What the chosen year is judged by; without a book there is no course, and the way to one is shown. */
function BookNote({
  year,
  book,
}: {
  readonly year: number | undefined;
  readonly book: Rulebook | undefined;
}): ReactNode {
  if (year === undefined || book?.state === 'inForce') return null;
  return (
    <p className={book ? 'field-note' : 'field-problem'} role="status">
      {book
        ? `${fiscalYearJa(year)}の基準はまだ改訂案です。有効にするまでは、改訂案で判定します。`
        : `${fiscalYearJa(year)}の基準がないため、講習会を作れません。`}
      <Link href={RULEBOOKS}>{book ? '基準を見る' : '基準の画面で作る'}</Link>
    </p>
  );
}

type TextName = 'contractName' | 'competition';
type SelectName = 'kind' | 'prefectureCode' | 'level' | 'subject' | 'delivery' | 'mode';

function FormText({
  control,
  name,
  ...label
}: {
  readonly control: Control<NewCourseValues>;
  readonly name: TextName & FieldPath<NewCourseValues>;
  readonly label: string;
  readonly required?: boolean;
  readonly note?: string;
}): ReactNode {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...label}
          value={field.value}
          inputRef={field.ref}
          onCommit={field.onChange}
          problem={fieldState.error?.message}
        />
      )}
    />
  );
}

function FormSelect<T extends string>({
  control,
  name,
  ...props
}: {
  readonly control: Control<NewCourseValues>;
  readonly name: SelectName;
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly required?: boolean;
  readonly emptyJa?: string;
}): ReactNode {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <SelectField
          {...props}
          value={props.choices.find((choice) => choice.value === field.value)?.value}
          onCommit={field.onChange}
          problem={fieldState.error?.message}
        />
      )}
    />
  );
}
