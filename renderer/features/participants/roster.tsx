import { IconClipboard, IconFileImport, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { participantList } from '../../../shared/import/participant-list.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useFilePicker } from '../../desk/file-button.js';
import { ListMenu } from '../../desk/list-import/list-menu.js';
import { useRefusal } from '../../desk/refusal.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { folded } from '../../../shared/text.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SidePanel } from '../../ui/side-panel.js';
import { PillFilter } from '../../ui/switch.js';
import { addPerson } from './add-person.js';
import { BulkBar } from './bulk-bar.js';
import { marksOfPerson, type Person } from './people.js';
import { PersonPanel } from './person-panel.js';
import { RosterTable } from './roster-table.js';
import type { PeopleImport } from './use-import.js';
import { useMainKey } from '../../desk/list-import/use-main-key.js';

type Props = {
  readonly courseId: string;
  readonly value: Case;
  readonly people: readonly Person[];
  readonly book: Rulebook;
  readonly viewSwitch: ReactNode;
  readonly listed: PeopleImport;
};

type Filter = 'all' | 'marked';

/** 名簿: everybody with the facts that decide, edited in place; bulk actions on ticked rows. */
export function Roster({ courseId, value, people, book, viewSwitch, listed }: Props): ReactNode {
  const list = useMemo(() => participantList(value), [value]);
  const changes = useCourseChanges(courseId);
  const [chosenId, setChosenId] = useState<string>();
  const [addedId, setAddedId] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const marked = useMemo(() => new Set(people.filter(isMarked).map(idOf)), [people]);
  const shown = useMemo(
    () => people.filter((person) => (filter === 'all' || marked.has(idOf(person))) && hasWords(person, words)),
    [people, marked, filter, words],
  );
  const chosen = shown.find((person) => idOf(person) === chosenId) ?? shown[0];
  const tickedPeople = people.filter((person) => ticked.has(idOf(person)));

  const add = async (): Promise<void> => {
    setFilter('all');
    setWords('');
    const id = await addPerson(changes);
    setChosenId(id);
    setAddedId(id);
  };
  useMainKey(tickedPeople.length === 0 ? () => void add() : undefined);
  useFindKey(() => search.current?.focus());

  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        {people.length > 0 ? (
          <>
            <PillFilter<Filter>
              label="名簿を絞り込む"
              value={filter}
              options={[
                {
                  value: 'all',
                  ja: (
                    <>
                      すべて <b>{people.length}</b>
                    </>
                  ),
                },
                {
                  value: 'marked',
                  ja: (
                    <>
                      確かめること <b>{marked.size}</b>
                    </>
                  ),
                },
              ]}
              onChoose={setFilter}
            />
            <input
              ref={search}
              className="input people-search"
              type="search"
              aria-label="氏名・フリガナでさがす"
              placeholder="氏名・フリガナ"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </>
        ) : null}
        <span className="gap" />
        {people.length > 0 ? (
          <>
            <ListMenu value={value} list={list} onFile={(file) => void listed.open(file.name, file)} />
            <ListButtons listed={listed} />
          </>
        ) : null}
        <Button
          kind={people.length > 0 && tickedPeople.length === 0 ? 'main' : 'plain'}
          icon={<IconPlus size={16} aria-hidden="true" />}
          shortcut="Ctrl+Enter"
          onClick={() => void add()}
        >
          受講者を追加
        </Button>
      </div>
      <div className="split">
        <div className="split-work" data-region="table">
          {people.length === 0 ? (
            <EmptyState
              title="受講者はまだいません"
              note="Excelの名簿やCSVをそのまま取り込めます。見出しの言葉や日付の書き方は問いません。"
            >
              <ListButtons listed={listed} isMain />
            </EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState title="当てはまる人はいません" note="絞り込みをやめると、全員が出ます。" />
          ) : (
            <RosterTable
              value={value}
              people={shown}
              chosenId={chosen && idOf(chosen)}
              onChoose={setChosenId}
              ticked={ticked}
              onTicked={setTicked}
              changes={changes}
            />
          )}
        </div>
        {chosen ? (
          <SidePanel label="受講者の詳細">
            <PersonPanel
              key={idOf(chosen)}
              value={value}
              person={chosen}
              book={book}
              isNew={idOf(chosen) === addedId}
              changes={changes}
            />
          </SidePanel>
        ) : null}
      </div>
      {tickedPeople.length > 0 ? (
        <BulkBar value={value} people={tickedPeople} changes={changes} onDone={() => setTicked(new Set())} />
      ) : null}
    </>
  );
}

function idOf(person: Person): string {
  return person.participant.id;
}

function isMarked({ findings }: Person): boolean {
  return marksOfPerson(findings).some(({ mark }) => mark !== 'approved');
}

function hasWords({ participant }: Person, words: string): boolean {
  const wanted = folded(words);
  return (
    wanted === '' || [participant.nameJa, participant.nameKana ?? ''].some((name) => folded(name).includes(wanted))
  );
}

const ACCEPTED = '.xlsx,.xlsm,.csv,.tsv,.txt,.xls';

/** 名簿を取り込む from a file, or from cells that were copied. */
function ListButtons({ listed, isMain }: { readonly listed: PeopleImport; readonly isMain?: boolean }): ReactNode {
  const { input, choose } = useFilePicker({
    label: '受講者の名簿',
    accept: ACCEPTED,
    onFile: (file) => void listed.open(file.name, file),
  });
  const paste = usePastedList(listed);
  return (
    <>
      <Button
        kind={isMain === true ? 'main' : 'plain'}
        icon={<IconFileImport size={16} stroke={1.6} aria-hidden="true" />}
        onClick={choose}
      >
        名簿を取り込む
      </Button>
      <span className={isMain === true ? undefined : 'people-paste'}>
        <Button icon={<IconClipboard size={16} stroke={1.6} aria-hidden="true" />} onClick={paste}>
          表を貼り付ける
        </Button>
      </span>
      {input}
    </>
  );
}

/** Ctrl+V takes copied cells, one cell into a field excepted; the button says so, since a page may not read the clipboard. */
function usePastedList(listed: PeopleImport): () => void {
  const refuse = useRefusal();
  const onPaste = useEffectEvent((text: string) => {
    void listed.open('貼り付けた表', new Blob([text], { type: 'text/plain' }));
  });
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const isField = (event.target as HTMLElement | null)?.closest('input:not([type="checkbox"]), textarea') ?? null;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '' || (isField !== null && !/[\t\n]/u.test(text.trim()))) return;
      event.preventDefault();
      onPaste(text);
    };
    window.addEventListener('paste', take);
    return () => window.removeEventListener('paste', take);
  }, []);
  return () =>
    refuse({
      title: 'Excelで表を写してから Ctrl+V を押してください',
      safeJa: '見出しの行も一緒に写すと、列の意味が自動で決まります。貼り付けても、確かめるまでは何も変わりません。',
    });
}

/** Ctrl+F: the search of this table. */
function useFindKey(find: () => void): void {
  const onFind = useEffectEvent(find);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'f' || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      onFind();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
