/** 連絡の記録 and 変更届: short lists of what was told or handed in, with one row to add. */
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type IsoDate, shortDateJa, slashDate } from '../../../shared/dates.js';
import type { Course } from '../../../shared/model/case/course.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { useHead } from './course-fields.js';

type Contact = NonNullable<Course['jspoContacts']>[number];
type Notice = NonNullable<Course['changeNotices']>[number];

/** 日本スポーツ協会への連絡: day, person, means, content. */
export function ContactList(): ReactNode {
  const { record, act, edit } = useHead();
  const contacts = record.course.jspoContacts ?? [];
  const [draft, setDraft] = useState<Partial<Contact>>({});
  const add = async (): Promise<void> => {
    const { date, contactPerson, means, note } = draft;
    if (date === undefined || contactPerson === undefined || means === undefined) return;
    const entry = { date, contactPerson, means, ...(note === undefined ? {} : { note }) };
    const recorded = await edit('連絡の記録を加えました', (course) =>
      course.changeCourse({ jspoContacts: [...(course.record.course.jspoContacts ?? []), entry] }),
    );
    if (recorded.ok) setDraft({});
  };
  return (
    <section className="form-section form-wide" aria-label="日本スポーツ協会への連絡">
      <h2>日本スポーツ協会への連絡</h2>
      <ul className="record-list">
        {contacts.map((contact, index) => (
          <li key={`${contact.date} ${index}`}>
            <span className="whole">{slashDate(contact.date)}</span>
            <span>{contact.contactPerson}</span>
            <span>{contact.means}</span>
            <span className="record-note">{contact.note}</span>
            <RemoveButton
              label={`${shortDateJa(contact.date)}の連絡を消す`}
              onRemove={() =>
                void act('連絡の記録を消しました', (course) =>
                  course.changeCourse({
                    jspoContacts: (course.record.course.jspoContacts ?? []).filter((_, at) => at !== index),
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className="record-new">
        <DateField
          label="連絡した日"
          value={draft.date}
          year={record.course.fiscalYear}
          onCommit={(date) => setDraft(withField(draft, 'date', date))}
        />
        <TextField
          label="相手"
          value={draft.contactPerson}
          onCommit={(value) => setDraft(withField(draft, 'contactPerson', value))}
        />
        <TextField
          label="方法"
          placeholder="電話"
          value={draft.means}
          onCommit={(value) => setDraft(withField(draft, 'means', value))}
        />
        <TextField label="内容" value={draft.note} onCommit={(value) => setDraft(withField(draft, 'note', value))} />
        <Button
          disabled={draft.date === undefined || draft.contactPerson === undefined || draft.means === undefined}
          onClick={() => void add()}
        >
          加える
        </Button>
      </div>
    </section>
  );
}

const NOTICE_JA = { content: '内容の変更', cancellation: '中止', conversion: '独自への変更' } as const satisfies Record<
  Notice['kind'],
  string
>;
const NOTICE_KINDS = (Object.keys(NOTICE_JA) as Notice['kind'][]).map((value) => ({ value, ja: NOTICE_JA[value] }));

/** 変更届. */
export function NoticeList(): ReactNode {
  const { record, act, edit } = useHead();
  const notices = record.course.changeNotices ?? [];
  const [kind, setKind] = useState<Notice['kind']>('content');
  const [submittedOn, setSubmittedOn] = useState<IsoDate>();
  const add = async (): Promise<void> => {
    if (submittedOn === undefined) return;
    const recorded = await edit('変更届を加えました', (course) =>
      course.changeCourse({ changeNotices: [...(course.record.course.changeNotices ?? []), { kind, submittedOn }] }),
    );
    if (recorded.ok) setSubmittedOn(undefined);
  };
  return (
    <section className="form-section form-wide" aria-label="変更届">
      <h2>変更届</h2>
      <ul className="record-list">
        {notices.map((notice, index) => (
          <li key={`${notice.submittedOn} ${index}`}>
            <span className="whole">{slashDate(notice.submittedOn)}</span>
            <span>{NOTICE_JA[notice.kind]}</span>
            <RemoveButton
              label={`${shortDateJa(notice.submittedOn)}の変更届を消す`}
              onRemove={() =>
                void act('変更届を消しました', (course) =>
                  course.changeCourse({
                    changeNotices: (course.record.course.changeNotices ?? []).filter((_, at) => at !== index),
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className="record-new">
        <SelectField
          label="届の種類"
          value={kind}
          choices={NOTICE_KINDS}
          onCommit={(value) => setKind(value ?? 'content')}
        />
        <DateField label="提出日" value={submittedOn} year={record.course.fiscalYear} onCommit={setSubmittedOn} />
        <Button disabled={submittedOn === undefined} onClick={() => void add()}>
          加える
        </Button>
      </div>
    </section>
  );
}

function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={label} onClick={onRemove}>
      <IconTrash size={16} stroke={1.6} aria-hidden="true" />
    </button>
  );
}

function withField<T extends object, K extends keyof T>(
  draft: Partial<T>,
  key: K,
  value: T[K] | undefined,
): Partial<T> {
  const next = { ...draft };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}
