import type { Rule } from '../../engine/rule.js';
import { applicationRoute, proxyRequest, registrationDay, wishedRegistration } from './applications.js';
import { bothSubjects } from './both-subjects.js';
import { EVIDENCE_RULES } from './evidence.js';

/** The rules that hold whatever the list of a book; those of its rows: `exemptionRules`. */
export const EXEMPTION_RULES: readonly Rule[] = [
  ...EVIDENCE_RULES,
  bothSubjects,
  registrationDay,
  wishedRegistration,
  applicationRoute,
  proxyRequest,
];
