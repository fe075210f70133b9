import { IconBook, IconChevronRight, IconFileImport, IconLock, IconPlus, IconScale } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { useDesk } from '../../desk/desk-context.js';
import { useFileChooser } from '../../desk/file-button.js';
import { useCaseFiles } from '../../desk/use-case-files.js';
import { NEW_COURSE } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { classNames } from '../../ui/class-names.js';
import './first-start.css';

/** 何から始めますか: one question, three ways, on the keys 1, 2 and 3. */
export function FirstStart(): ReactNode {
  const { openSample } = useCaseFiles();
  const [, navigate] = useLocation();
  const { input, choose } = useFileChooser();
  const chooseFile = useEffectEvent(choose);
  const create = (): void => navigate(NEW_COURSE);

  useEffect(() => {
    const ways: Readonly<Record<string, () => void>> = {
      '1': () => void openSample(),
      '2': () => navigate(NEW_COURSE),
      '3': () => chooseFile(),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const way = ways[event.key];
      if (!way) return;
      event.preventDefault();
      way();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [openSample, navigate]);

  const chevron = <IconChevronRight size={14} aria-hidden="true" />;
  return (
    <div className="first-start" data-region="main">
      <h1 className="first-title">何から始めますか</h1>
      <p className="second">あとから、どれでもできます。</p>
      <ul className="first-ways">
        <FirstWay
          sign={<IconBook size={20} stroke={1.6} />}
          name="見本で試す"
          note="架空の講習会が1つ入っています。触っても、自分のデータには混ざりません。"
          shortcut="1"
        >
          <Button onClick={() => void openSample()}>見本を開く {chevron}</Button>
        </FirstWay>
        <FirstWay
          sign={<IconPlus size={20} stroke={1.6} />}
          name="新しく始める"
          note="団体名を入れると、最初の講習会を作れます。"
          shortcut="2"
          best
        >
          <Button kind="main" onClick={create} autoFocus>
            講習会を作る {chevron}
          </Button>
        </FirstWay>
        <FirstWay
          sign={<IconFileImport size={20} stroke={1.6} />}
          name="ファイルから取り込む"
          note="講習会デスクで書き出した講習会ファイルを読みます。"
          shortcut="3"
        >
          <Button onClick={choose}>ファイルを選ぶ {chevron}</Button>
        </FirstWay>
      </ul>
      {input}
      <WhatIsWhere />
    </div>
  );
}

function FirstWay({
  sign,
  name,
  note,
  shortcut,
  best,
  children,
}: {
  readonly sign: ReactNode;
  readonly name: string;
  readonly note: string;
  readonly shortcut: string;
  readonly best?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li className={classNames('first-way', best === true && 'first-best')}>
      <span className="first-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="first-words">
        <span className="first-name">{name}</span>
        <span className="second">{note}</span>
      </span>
      {children}
      <span className="key first-key" aria-label={`キー ${shortcut}`}>
        {shortcut}
      </span>
    </li>
  );
}

/** What is stored where, and which rulebooks are inside. */
function WhatIsWhere(): ReactNode {
  const { books } = useDesk();
  return (
    <ul className="first-facts">
      <li>
        <IconLock size={16} stroke={1.6} aria-hidden="true" />
        <span>
          <b>このパソコンの中だけに保存します。</b>外へは何も送りません。インターネットは要りません。
        </span>
      </li>
      <li>
        <IconScale size={16} stroke={1.6} aria-hidden="true" />
        <span>
          <b>入っている基準</b>　{books.map((book) => book.titleJa).join('／')}
        </span>
      </li>
    </ul>
  );
}
