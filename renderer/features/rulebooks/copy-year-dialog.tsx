import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { fiscalYearJa } from '../../../shared/dates.js';
import { copyContents } from '../../../shared/rules/books/copy-book.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { Button } from '../../ui/button.js';
import '../../ui/dialog.css';
import { bookNameJa } from './book-words.js';

/** 次年度へ写す: says what is taken along, what moves and what must be looked at, before anything is made. */
export function CopyYearDialog({
  book,
  onCopy,
  onClose,
}: {
  readonly book: Rulebook;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const contents = copyContents(book.file, FIGURES);
  const next = fiscalYearJa(book.fiscalYear + 1);
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{next}の改訂案を作る</Dialog.Title>
          <p className="dialog-subject">{bookNameJa(book)} を写します</p>
          <Dialog.Description className="dialog-text" render={<div />}>
            <ul className="books-copy-list">
              <li>
                <b>値 {contents.figures}項目</b>はそのまま写し、適用の期間を1年ずらします
              </li>
              <li>
                <b>日付 {contents.dates}項目</b>
                は1年ずらし、「1年ずらした日」の印を付けます。確かめるまで有効にできません
              </li>
              <li>
                <b>免除一覧</b>（共通 {contents.common}行・専門 {contents.specialty}行）はそのまま写します
              </li>
              <li>
                <b>出典の資料 {contents.sources}件</b>は「前年度の資料」の印を付けて写します。新しい版に直してください
              </li>
            </ul>
            <p>{bookNameJa(book)}と、その基準の講習会は変わりません。</p>
          </Dialog.Description>
          <div className="dialog-form">
            <div className="dialog-buttons">
              <Button kind="main" onClick={onCopy}>
                写して作る
              </Button>
              <Button onClick={onClose}>やめる</Button>
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
