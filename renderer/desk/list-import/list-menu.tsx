import { Menu } from '@base-ui/react/menu';
import { IconTableExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeyedList } from '../../../shared/import/keyed/keyed-list.js';
import type { Case } from '../../../shared/model/case/case.js';
import { useFilePicker } from '../file-button.js';
import { useListFile } from './use-list-file.js';
import './list-import.css';
import '../../ui/menu.css';

const ACCEPTED = '.xlsx,.xlsm,.csv';

/** Excelで直す: 一覧をExcelへ and, when it comes back, 直した一覧を取り込む. */
export function ListMenu<T extends { readonly id: string }>({
  value,
  list,
  onFile,
}: {
  readonly value: Case;
  readonly list: KeyedList<T>;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const write = useListFile();
  const { input, choose } = useFilePicker({ label: `直した${list.nameJa}の一覧`, accept: ACCEPTED, onFile });
  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger className="button button-plain">
          <IconTableExport size={16} stroke={1.6} aria-hidden="true" />
          <span className="button-text">Excelで直す</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="list-menu" sideOffset={4} align="end">
            <Menu.Popup className="menu">
              <Menu.Item
                className="menu-item"
                disabled={list.entries.length === 0}
                onClick={() => void write(value, list)}
              >
                一覧をExcelへ書き出す
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={choose}>
                直した一覧を取り込む
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {input}
    </>
  );
}
