/** Copies, imports, exports and the way into force, each told with 元に戻す or refused in words. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { fiscalYearJa } from '../../../shared/dates.js';
import { nextEdition, nextYear } from '../../../shared/rules/books/copy-book.js';
import { canonical } from '../../../shared/rules/books/compare-books.js';
import type { Rulebook, RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useTold } from '../../desk/use-changes.js';
import { rulebookPath, RULEBOOKS } from '../../routes.js';
import { useToast } from '../../ui/toast.js';
import { addDraft, putInForce, removeDraft } from './book-changes.js';
import { bookNameJa } from './book-words.js';
import { readBookText } from './read-book-text.js';

export type BookActions = {
  /** 写して直す; where the year has a draft already, goes to it. */
  readonly revise: (book: Rulebook) => Promise<void>;
  readonly copyToNextYear: (book: Rulebook) => Promise<void>;
  readonly putInForce: (book: Rulebook) => Promise<void>;
  readonly remove: (book: Rulebook) => Promise<void>;
  readonly write: (book: Rulebook) => Promise<void>;
  readonly take: (file: File) => Promise<void>;
};

const MOST_BYTES = 5_000_000;

export function useBookActions(): BookActions {
  const { door, host, books, editions, database } = useDesk();
  const [, navigate] = useLocation();
  const tell = useTold();
  const toast = useToast();
  const refuse = useRefusal();

  return useMemo(() => {
    const addAndOpen = async (labelJa: string, file: RulebookFile): Promise<void> => {
      const recorded = await tell(addDraft(door, labelJa, file));
      if (recorded.ok) navigate(rulebookPath(file));
    };
    const draftOf = (id: string): Rulebook | undefined =>
      editions.find((book) => book.id === id && book.state === 'draft');

    return {
      revise: async (book) => {
        const draft = draftOf(book.id);
        if (draft) {
          navigate(rulebookPath(draft));
          return;
        }
        const latest = editions.find(({ id }) => id === book.id) ?? book;
        const file = { ...nextEdition(book.file), edition: latest.edition + 1 };
        await addAndOpen(`${fiscalYearJa(book.fiscalYear)}の改訂案を作りました`, file);
      },
      copyToNextYear: async (book) => {
        const file = nextYear(book.file, FIGURES);
        await addAndOpen(`${fiscalYearJa(file.fiscalYear)}の改訂案を作りました`, file);
      },
      putInForce: async (book) => {
        await tell(putInForce(door, book, books));
      },
      remove: async (book) => {
        const used = (await database.courses.toArray()).filter(({ value }) => value.ruleSet === book.id).length;
        if (used > 0 && books.includes(book)) {
          refuse({
            title: 'この改訂案は消せません',
            subject: bookNameJa(book),
            safeJa: `この改訂案で判定している講習会が${used}件あります。先に講習会を消すか、この基準を有効にしてください。何も変わっていません。`,
          });
          return;
        }
        const recorded = await tell(removeDraft(door, book));
        if (recorded.ok) navigate(RULEBOOKS);
      },
      write: async (book) => {
        const answer = await host.call('write-rulebook', { book: book.file });
        if (!answer.ok) {
          refuse({
            title: answer.error.messageJa,
            ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
            safeJa: 'ファイルは書き出していません。基準は保存されています。',
            code: answer.error.code,
          });
          return;
        }
        const [written] = answer.value.files;
        if (!written) return;
        toast({
          ja: `${written.place} に書き出しました`,
          action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
        });
      },
      take: async (chosen) => {
        const taken = await readChosen(chosen);
        const refusal = taken.ok ? refusalOf(taken.file, editions) : { problems: taken.problems };
        if (!taken.ok || refusal) {
          refuse({
            title: 'この基準のファイルは取り込めません',
            subject: chosen.name,
            safeJa: '何も取り込んでいません。元のファイルも、今ある基準もそのままです。',
            ...refusal,
          });
          return;
        }
        const same = editions.find((book) => contentOf(book.file) === contentOf(taken.file));
        if (same) {
          navigate(rulebookPath(same));
          toast({ ja: `同じ内容の基準がすでにあります（${bookNameJa(same)}）。取り込みませんでした` });
          return;
        }
        const latest = editions.find(({ id }) => id === taken.file.id);
        const edition = latest ? latest.edition + 1 : taken.file.edition;
        await addAndOpen(`${fiscalYearJa(taken.file.fiscalYear)}の基準を改訂案として取り込みました`, {
          ...taken.file,
          edition,
          state: 'draft',
        });
      },
    };
  }, [door, host, books, editions, database, navigate, tell, toast, refuse]);
}

async function readChosen(chosen: File): Promise<ReturnType<typeof readBookText>> {
  if (chosen.size <= MOST_BYTES) return readBookText(await chosen.text());
  return { ok: false, problems: [{ path: '', ja: '大きすぎます（5MBまで読めます）', en: 'too large' }] };
}

/** A year has one book, and a book one draft at a time: otherwise nobody could say which one counts. */
function refusalOf(file: RulebookFile, editions: readonly Rulebook[]): { readonly safeJa: string } | undefined {
  const year = fiscalYearJa(file.fiscalYear);
  const sameYear = editions.find((book) => book.fiscalYear === file.fiscalYear && book.id !== file.id);
  if (sameYear) {
    return {
      safeJa: `${year}の基準は「${sameYear.id}」です（ファイルは「${file.id}」）。ファイルの id を直してください。何も取り込んでいません。`,
    };
  }
  const sameId = editions.find((book) => book.id === file.id && book.fiscalYear !== file.fiscalYear);
  if (sameId) {
    return {
      safeJa: `「${file.id}」は${fiscalYearJa(sameId.fiscalYear)}の基準です（ファイルは${year}）。ファイルの id か fiscalYear を直してください。何も取り込んでいません。`,
    };
  }
  const draft = editions.find((book) => book.id === file.id && book.state === 'draft');
  if (!draft || contentOf(draft.file) === contentOf(file)) return undefined;
  return {
    safeJa: `${bookNameJa(draft)}の改訂案があります。先に有効にするか、消してから取り込んでください。何も取り込んでいません。`,
  };
}

/** What a book says, apart from its edition and its state. */
function contentOf(file: RulebookFile): string {
  return canonical({ ...file, edition: 0, state: '' });
}
