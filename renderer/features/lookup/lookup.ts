/** A question of 早見: which fields it has, and what the engine answers. */
import type { Case } from '../../../shared/model/case/case.js';
import type { ExemptionJudgement } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { LookupCase } from '../../../shared/rules/lookup/lookup-case.js';
import type { LookupField, Values } from './fields.js';

export type LookupAnswer =
  | { readonly kind: 'lines'; readonly asked: LookupCase }
  | { readonly kind: 'deadlines'; readonly case: Case }
  | { readonly kind: 'advance'; readonly case: Case }
  | { readonly kind: 'exemption'; readonly judgement: ExemptionJudgement }
  /** What was entered does not go together. */
  | { readonly kind: 'problem'; readonly ja: string };

export type Lookup = {
  readonly id: string;
  readonly ja: string;
  /** The fields that matter, seen from what is entered already. */
  readonly fields: (values: Values, book: Rulebook) => readonly LookupField[];
  /** Called once every required field can be read. */
  readonly answer: (values: Values, book: Rulebook) => LookupAnswer;
};
