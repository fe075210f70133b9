/** Changing a mapping: one step of the user, one change that 元に戻す takes back. */
import { useMemo } from 'react';
import { mappedSheet, withSheet } from '../../../shared/templates/edit-mapping.js';
import type { FormId, MappedSheet, TemplateMapping } from '../../../shared/templates/mapping.js';
import type { Template } from '../../../shared/templates/template.js';
import type { Recorded } from '../../db/changes.js';
import { useDesk } from '../../desk/desk-context.js';
import { useWithdrawToast } from '../../ui/toast.js';
import { sealed } from './fingerprints.js';
import { mappingKey } from './kept-form.js';

export type MappingEdits = {
  /** Changes the part of a sheet, seals it anew and keeps it. `labelJa` in the past tense. */
  readonly sheet: (labelJa: string, sheet: string, edit: (sheet: MappedSheet) => MappedSheet) => Promise<Recorded>;
  /** Takes a mapping as that of this form and year; `isFor` seals every sheet for the opened form. */
  readonly take: (labelJa: string, mapping: TemplateMapping, isFor: 'asItIs' | 'thisForm') => Promise<Recorded>;
};

export function useMappingEdits({
  form,
  fiscalYear,
  template,
  fileJa,
}: {
  readonly form: FormId;
  readonly fiscalYear: number;
  readonly template: Template;
  readonly fileJa: string;
}): MappingEdits {
  const { door, database } = useDesk();
  const withdraw = useWithdrawToast();
  return useMemo(() => {
    const key = mappingKey(form, fiscalYear);
    const put = async (labelJa: string, mapping: TemplateMapping): Promise<Recorded> => {
      const recorded = await door.record(labelJa, async (draft) => {
        const shelf = await draft.shelf('mappings');
        if (mapping.sheets.length === 0) shelf.remove(key);
        else shelf.put(key, mapping);
      });
      if (recorded.ok && recorded.change) withdraw();
      return recorded;
    };
    const turns = new Turns();
    return {
      sheet: (labelJa, sheet, edit) =>
        turns.take(async () => {
          const known = (await database.shelf('mappings').get(key))?.value;
          const mapping: TemplateMapping = known ?? {
            format: 'koshu-template-mapping',
            version: 1,
            form,
            fiscalYear,
            fileJa,
            sheets: [],
          };
          // A fingerprint takes its time, and a transaction of the database does not wait for it.
          const changed = await sealed(template, edit(mappedSheet(mapping, sheet)));
          return put(labelJa, withSheet(mapping, changed));
        }),
      take: (labelJa, mapping, isFor) =>
        turns.take(async () => {
          const own = { ...mapping, form, fiscalYear };
          if (isFor === 'asItIs') return put(labelJa, own);
          const sheets = await Promise.all(mapping.sheets.map((sheet) => sealed(template, sheet)));
          return put(labelJa, { ...own, fileJa, sheets });
        }),
    };
  }, [door, database, withdraw, form, fiscalYear, template, fileJa]);
}

/** The next step reads what the one before has written: two quick presses must not lose one. */
class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next;
    return next;
  }
}
