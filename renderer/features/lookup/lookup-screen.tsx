import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { fiscalYearJa } from '../../../shared/dates.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useToday } from '../../db/today.js';
import { useDesk } from '../../desk/desk-context.js';
import { Button } from '../../ui/button.js';
import { Switch } from '../../ui/switch.js';
import { useToast } from '../../ui/toast.js';
import { answerText } from './answer-text.js';
import { ADVANCE_LOOKUP, DEADLINE_LOOKUP } from './course-lookups.js';
import { EXEMPTION_LOOKUP } from './exemption-lookup.js';
import { type Texts, Values } from './fields.js';
import { HONORARIUM_LOOKUP } from './honorarium-lookup.js';
import type { Lookup } from './lookup.js';
import { Answer, Missing } from './lookup-answer.js';
import { LookupForm } from './lookup-form.js';
import { ROOM_LOOKUP } from './room-lookup.js';
import { TRAVEL_LOOKUP } from './travel-lookup.js';
import './lookup.css';

const LOOKUPS: readonly [Lookup, ...Lookup[]] = [
  TRAVEL_LOOKUP,
  HONORARIUM_LOOKUP,
  ROOM_LOOKUP,
  DEADLINE_LOOKUP,
  ADVANCE_LOOKUP,
  EXEMPTION_LOOKUP,
];

/** What was asked last, until the window is closed; nothing of it is stored. */
const asked: { id: string; texts: ReadonlyMap<string, Texts> } = { id: LOOKUPS[0].id, texts: new Map() };

function remember(next: Partial<typeof asked>): void {
  Object.assign(asked, next);
}

/** 早見: one question without any course, answered while it is typed, by the same rules as a claim. */
export function LookupScreen(): ReactNode {
  const { books } = useDesk();
  const today = useToday();
  const [id, setId] = useState(asked.id);
  const [texts, setTexts] = useState<ReadonlyMap<string, Texts>>(asked.texts);
  const [bookKey, setBookKey] = useState<string>();
  const lookup = LOOKUPS.find((own) => own.id === id) ?? LOOKUPS[0];
  const book = books.find((own) => keyOf(own) === bookKey) ?? bookOfDay(books, today);
  if (!book) return null;

  const choose = (next: string): void => {
    remember({ id: next });
    setId(next);
  };
  const type = (next: Texts): void => {
    const all = new Map(texts).set(lookup.id, next);
    remember({ texts: all });
    setTexts(all);
  };
  return (
    <>
      <header className="screen-head" data-region="head">
        <h1 className="screen-name">早見</h1>
        <Switch
          label="何を調べますか"
          value={lookup.id}
          options={LOOKUPS.map((own) => ({ value: own.id, ja: own.ja }))}
          onChoose={choose}
        />
        <span className="gap" />
        <BookChoice books={books} book={book} onChoose={setBookKey} />
      </header>
      <Question
        key={`${lookup.id} ${keyOf(book)}`}
        lookup={lookup}
        book={book}
        texts={texts.get(lookup.id) ?? NONE}
        onType={type}
      />
    </>
  );
}

const NONE: Texts = {};

function keyOf({ id, edition }: Rulebook): string {
  return `${id}/${edition}`;
}

/** In force on the day; otherwise the latest. */
function bookOfDay(books: readonly Rulebook[], day: string): Rulebook | undefined {
  return books.find((book) => book.from <= day && day <= book.to) ?? books[0];
}

function BookChoice({
  books,
  book,
  onChoose,
}: {
  readonly books: readonly Rulebook[];
  readonly book: Rulebook;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  return (
    <label className="lookup-book">
      <span>基準</span>
      <select className="input input-select" value={keyOf(book)} onChange={(event) => onChoose(event.target.value)}>
        {books.map((own) => (
          <option key={keyOf(own)} value={keyOf(own)}>
            {fiscalYearJa(own.fiscalYear)}
            {own.edition > 1 ? ` 第${own.edition}版` : ''}
            {own.state === 'draft' ? '（改訂案）' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The form at the left, the answer at the right. */
function Question({
  lookup,
  book,
  texts,
  onType,
}: {
  readonly lookup: Lookup;
  readonly book: Rulebook;
  readonly texts: Texts;
  readonly onType: (texts: Texts) => void;
}): ReactNode {
  const today = useToday();
  const toast = useToast();
  const values = new Values(texts, book.fiscalYear, today);
  const fields = lookup.fields(values, book);
  values.read(fields);
  const missing = fields.filter((field) => field.required === true && !values.has(field.key));
  const unreadable = fields.filter((field) => values.problems.has(field.key));
  const answer = missing.length + unreadable.length === 0 ? lookup.answer(values, book) : undefined;
  const copy = async (): Promise<void> => {
    if (!answer) return;
    try {
      await navigator.clipboard.writeText(answerText({ lookup, fields, values, answer, book }));
      toast({ ja: 'この答えを写しました' });
    } catch {
      toast({ ja: '写せませんでした。もう一度押してください' });
    }
  };
  return (
    <div className="split lookup">
      <div className="lookup-form" data-region="main">
        <LookupForm fields={fields} texts={texts} values={values} onType={onType} />
      </div>
      <section
        className="split-work lookup-answer"
        aria-label="答え"
        aria-live="polite"
        data-region="panel"
        tabIndex={-1}
      >
        {book.state === 'draft' ? (
          <p className="lookup-draft">改訂案の基準で見ています。確定した値ではありません。</p>
        ) : null}
        {answer ? (
          <Answer answer={answer} book={book} today={today} />
        ) : (
          <Missing missing={missing} unreadable={unreadable} />
        )}
        {answer && answer.kind !== 'problem' ? (
          <p className="lookup-copy">
            <Button size="small" icon={<IconCopy size={14} aria-hidden="true" />} onClick={() => void copy()}>
              この答えを写す
            </Button>
          </p>
        ) : null}
      </section>
    </div>
  );
}
