/** Taking an edited list over: file → rows → comparison. Nothing is written before 反映します. */
import { useCallback, useState } from 'react';
import { compareList, type ListComparison } from '../../../shared/import/keyed/compare-list.js';
import type { KeyedList } from '../../../shared/import/keyed/keyed-list.js';
import type { ListSheet } from '../../../shared/import/list-sheet.js';
import { useDesk } from '../desk-context.js';
import { useRefusal } from '../refusal.js';
import { readSource } from './read-source.js';

export type OpenedList<T> = {
  readonly fileJa: string;
  readonly sheet: ListSheet;
  readonly comparison: ListComparison<T>;
};

export type ListImport<T> = {
  /** Absent while no list is looked at. */
  readonly opened: OpenedList<T> | undefined;
  readonly isReading: boolean;
  readonly open: (file: File) => Promise<void>;
  readonly close: () => void;
};

export function useListImport<T extends { readonly id: string }>(list: KeyedList<T>): ListImport<T> {
  const { host } = useDesk();
  const refuse = useRefusal();
  const [opened, setOpened] = useState<OpenedList<T>>();
  const [isReading, setReading] = useState(false);
  const close = useCallback(() => setOpened(undefined), []);
  return {
    opened,
    isReading,
    close,
    open: async (file) => {
      setReading(true);
      const read = await readSource(host, file.name, file);
      setReading(false);
      const told = read.ok ? firstKnown(read.source.sheets, list) : { ok: false as const, ja: read.error.messageJa };
      if (told.ok) {
        setOpened({ fileJa: file.name, sheet: told.sheet, comparison: told.comparison });
        return;
      }
      refuse({
        title: 'この一覧は取り込めません',
        subject: file.name,
        safeJa: `${told.ja}今ある${list.nameJa}はそのままです。`,
        ...(read.ok ? {} : { code: read.error.code }),
      });
    },
  };
}

type Known<T> =
  | { readonly ok: true; readonly sheet: ListSheet; readonly comparison: ListComparison<T> }
  | { readonly ok: false; readonly ja: string };

/** The first sheet with the key column; others may have been added beside it. */
function firstKnown<T extends { readonly id: string }>(sheets: readonly ListSheet[], list: KeyedList<T>): Known<T> {
  let ja = '';
  for (const sheet of sheets) {
    const compared = compareList(sheet, list);
    if (compared.ok) return { ok: true, sheet, comparison: compared.comparison };
    ja = ja === '' ? compared.ja : ja;
  }
  return { ok: false, ja };
}
