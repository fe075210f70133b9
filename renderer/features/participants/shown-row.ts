import type { Held, TakenField } from '../../../shared/import/taken-over.js';
import type { PlannedRow } from './import-plan.js';

/** A row of the list, or somebody whom the list does not have. */
export type ShownRow =
  | { readonly key: string; readonly row: PlannedRow; readonly held?: undefined }
  | { readonly key: string; readonly held: Held; readonly row?: undefined };

/** Fields with a column of their own; a change of any other stands in ほか. */
export const COLUMN_FIELDS: readonly TakenField[] = ['nameJa', 'nameKana', 'birthDate', 'prefectureCode'];
