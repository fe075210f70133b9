/** The 様式 of a form and year, as it lies at the host, and the mapping that belongs to it. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { CallOutput, Refusal } from '../../../shared/ipc/contract.js';
import type { FormId, TemplateMapping } from '../../../shared/templates/mapping.js';
import { useDesk } from '../../desk/desk-context.js';

export type OpenedForm = CallOutput<'read-template'>;

/** Key of the file of a form among the remembered choices. */
export function templateKey(form: FormId, fiscalYear: number): string {
  return `template/${form}/${fiscalYear}`;
}

/** Key of a mapping on its shelf. */
export function mappingKey(form: FormId, fiscalYear: number): string {
  return `${form}/${fiscalYear}`;
}

export type KeptForm =
  | { readonly kind: 'reading' }
  /** No file was ever chosen. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly opened: OpenedForm; readonly nameJa: string }
  /** Chosen once, but it cannot be read any more. */
  | { readonly kind: 'gone'; readonly error: Refusal; readonly nameJa: string };

/** Follows the choice of the file and opens it. */
export function useKeptForm(form: FormId, fiscalYear: number): KeptForm {
  const { database, host } = useDesk();
  const key = templateKey(form, fiscalYear);
  const found = useLiveQuery(async () => ({ key, row: await database.shelf('settings').get(key) }), [database, key]);
  const [read, setRead] = useState<{ readonly sha256: string; readonly form: KeptForm }>();
  const value = found?.key === key ? found.row?.value : undefined;
  const choice = value?.kind === 'template' ? value : undefined;
  const sha256 = choice?.sha256;
  const nameJa = choice?.nameJa ?? '';
  useEffect(() => {
    if (sha256 === undefined) return undefined;
    let isWanted = true;
    void host.call('read-template', { template: sha256 }).then((answer) => {
      if (!isWanted) return;
      const kept: KeptForm = answer.ok
        ? { kind: 'open', opened: answer.value, nameJa }
        : { kind: 'gone', error: answer.error, nameJa };
      setRead({ sha256, form: kept });
    });
    return () => {
      isWanted = false;
    };
  }, [host, sha256, nameJa]);
  if (found?.key !== key) return { kind: 'reading' };
  if (sha256 === undefined) return { kind: 'none' };
  return read?.sha256 === sha256 ? read.form : { kind: 'reading' };
}

/** The mapping of a form and year; undefined while it is read, null where there is none. */
export function useMapping(form: FormId, fiscalYear: number): TemplateMapping | null | undefined {
  const { database } = useDesk();
  const key = mappingKey(form, fiscalYear);
  const found = useLiveQuery(async () => ({ key, row: await database.shelf('mappings').get(key) }), [database, key]);
  return found?.key === key ? (found.row?.value ?? null) : undefined;
}
