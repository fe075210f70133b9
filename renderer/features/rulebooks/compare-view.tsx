import { type ReactNode, useMemo, useState } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import { areaOf } from '../../../shared/rules/books/book-areas.js';
import { compareBooks, differenceCount, type FigureDifference } from '../../../shared/rules/books/compare-books.js';
import { figureText, unitText } from '../../../shared/rules/books/figure-text.js';
import type { FigureKind } from '../../../shared/rules/engine/figure.js';
import type { Figure, Rulebook, RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { EmptyState } from '../../ui/empty-state.js';
import { bookKey } from '../../desk/books.js';
import { SelectField } from '../../ui/select-field.js';
import { bookNameJa, STATE_JA } from './book-words.js';
import { rowTextJa } from '../../../shared/rules/engine/exemption-row-words.js';

const KIND_JA = { added: '加えた行', removed: '消した行', changed: '変えた行' } as const;

/** 違い: any other book laid beside this one; at first the one that it follows. */
export function CompareView({
  base,
  others,
  book,
}: {
  readonly base: Rulebook;
  readonly others: readonly Rulebook[];
  readonly book: Rulebook;
}): ReactNode {
  const [chosen, setChosen] = useState(bookKey(base));
  const before = others.find((own) => bookKey(own) === chosen) ?? base;
  return (
    <div className="split-work" data-region="table" tabIndex={0}>
      {others.length > 1 ? (
        <div className="books-compare-with">
          <SelectField
            label="比べる基準"
            value={bookKey(before)}
            choices={others.map((own) => ({
              value: bookKey(own),
              ja: `${bookNameJa(own)}（${STATE_JA[own.state]}）`,
            }))}
            onCommit={(next) => setChosen(next ?? chosen)}
          />
        </div>
      ) : null}
      <Differences before={before} after={book} />
    </div>
  );
}

/** Every figure, row and document that two books say differently, with where the new one stands. */
function Differences({ before, after }: { readonly before: Rulebook; readonly after: Rulebook }): ReactNode {
  const difference = useMemo(() => compareBooks(before.file, after.file), [before, after]);
  if (differenceCount(difference) === 0) {
    return <EmptyState title="違いはありません" note={`${bookNameJa(before)}と同じ内容です。`} />;
  }
  const rows = [
    ...difference.common.map((own) => ({ ...own, tableJa: '共通科目免除一覧' })),
    ...difference.specialty.map((own) => ({ ...own, tableJa: '専門科目免除一覧' })),
  ];
  return (
    <table className="books-compare" aria-label="2つの基準の違い">
      <thead>
        <tr>
          <th scope="col">項目</th>
          <th scope="col">{bookNameJa(before)}</th>
          <th scope="col">{bookNameJa(after)}</th>
          <th scope="col">出典</th>
        </tr>
      </thead>
      <tbody>
        {difference.figures.map((own) => (
          <tr key={own.key}>
            <th scope="row">
              {own.labelJa}
              <span className="caption">{areaOf(own.key).ja}</span>
            </th>
            <td>{valuesJa(own, own.before, before.file)}</td>
            <td className={own.isOnlySource ? undefined : 'books-new'}>{valuesJa(own, own.after, after.file)}</td>
            <td className="second">{sourcesOf(own.after, after.file)}</td>
          </tr>
        ))}
        {rows.map((own) => (
          <tr key={`${own.tableJa} ${own.no}`}>
            <th scope="row">
              {own.tableJa} No.{own.no}
              <span className="caption">{KIND_JA[own.kind]}</span>
            </th>
            <td>{own.before ? rowTextJa(own.before) : 'なし'}</td>
            <td className="books-new">{own.after ? rowTextJa(own.after) : 'なし'}</td>
            <td className="second">{own.after ? citedJa(own.after.source, own.after.at, after.file) : ''}</td>
          </tr>
        ))}
        {difference.sources.map((id) => (
          <tr key={id}>
            <th scope="row">資料</th>
            <td>{documentJa(before.file, id)}</td>
            <td className="books-new">{documentJa(after.file, id)}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valuesJa({ key }: FigureDifference, figure: Figure | undefined, file: RulebookFile): ReactNode {
  if (!figure || figure.values.length === 0) return <span className="books-missing">未入力</span>;
  const kind = (FIGURES as Readonly<Record<string, FigureKind>>)[key];
  return figure.values.map((entry) => (
    <span key={entry.from} className="books-period">
      {Array.isArray(entry.value) ? wordsOf(entry.value) : figureText(entry.value, kind)}
      <span className="caption">
        {unitText(figure.unit)}
        {entry.from > file.from ? ` ${shortDateJa(entry.from)}から` : ''}
      </span>
    </span>
  ));
}

/** A list breaks between its words, never inside a day. */
function wordsOf(words: readonly string[]): ReactNode {
  return words.map((word, index) => (
    <span key={word} className="books-word">
      {index === words.length - 1 ? word : `${word}、`}
    </span>
  ));
}

function sourcesOf(figure: Figure | undefined, file: RulebookFile): ReactNode {
  return (figure?.values ?? []).map(({ from, source, at }) => (
    <span key={from} className="books-cited">
      {citedJa(source, at, file)}
    </span>
  ));
}

function citedJa(source: string, at: string, file: RulebookFile): string {
  return `${file.sources[source]?.titleJa ?? source}　${at}`;
}

function documentJa(file: RulebookFile, id: string): string {
  const source = file.sources[id];
  if (!source) return 'なし';
  return source.edition === '—' ? source.titleJa : `${source.titleJa}（${source.edition}）`;
}
