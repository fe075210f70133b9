/** Mappings of other forms or years that fit a form as it is: the file is known again by its labels. */
import { useEffect, useState } from 'react';
import { FORMS, type FormId, type TemplateMapping } from '../../../shared/templates/mapping.js';
import { useDesk } from '../../desk/desk-context.js';
import { type Difference, differenceOf, isSameForm } from './fingerprints.js';
import type { OpenedForm } from './kept-form.js';

/** Mappings on the shelf, except the one of this form and year, whose sheets are all there and the same. */
export function useKnownMappings(
  opened: OpenedForm | undefined,
  form: FormId,
  fiscalYear: number,
  isWanted: boolean,
): readonly TemplateMapping[] {
  const { database } = useDesk();
  const [known, setKnown] = useState<readonly TemplateMapping[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const find = async (): Promise<TemplateMapping[]> => {
      if (!opened || !isWanted) return [];
      const rows = await database.shelf('mappings').toArray();
      const others = rows
        .map((row) => row.value)
        .filter((own) => own.form !== form || own.fiscalYear !== fiscalYear)
        .sort((a, b) => Number(b.form === form) - Number(a.form === form) || b.fiscalYear - a.fiscalYear);
      const fits = await Promise.all(others.map(async (own) => isSameForm(await differenceOf(opened.template, own))));
      return others.filter((_, index) => fits[index]);
    };
    void find().then((found) => {
      if (isCurrent) setKnown(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [database, opened, form, fiscalYear, isWanted]);
  return known;
}

/** In what the opened form differs from the one that was mapped; undefined while that is found out. */
export function useDifference(
  opened: OpenedForm | undefined,
  mapping: TemplateMapping | undefined,
): Difference | undefined {
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly difference: Difference }>();
  useEffect(() => {
    let isCurrent = true;
    if (opened && mapping) {
      void differenceOf(opened.template, mapping).then((difference) => {
        if (isCurrent) setFound({ of: [opened, mapping], difference });
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [opened, mapping]);
  return found?.of[0] === opened && found?.of[1] === mapping ? found?.difference : undefined;
}

/** 講習会実施申請書（委託）（2021年度） */
export function mappingNameJa({ form, fiscalYear }: Pick<TemplateMapping, 'form' | 'fiscalYear'>): string {
  return `${FORMS[form]}（${fiscalYear}年度）`;
}
