/** The sample course as the organisation could have held it on its own, at both stages. */
import type { Case } from '../../shared/model/case/case.js';
import { applicationSample, changedSample, sampleCase } from './sample.js';

const NO_CLAIMS: Partial<Case> = { lines: [], vouchers: [], transfers: [], payments: [] };

function ofItsOwn(course: Case['course']): Case['course'] {
  const form = { fiscalYear: course.fiscalYear, delivery: 'independent' } as const;
  return { ...course, delivery: 'independent', applicationForm: form };
}

/** 独自・申請. */
export function independentApplicationSample(change: Partial<Case> = {}): Case {
  return applicationSample({ ...NO_CLAIMS, course: ofItsOwn(applicationSample().course), ...change });
}

/** 独自・報告. */
export function independentReportSample(change: Partial<Case> = {}): Case {
  const course = ofItsOwn(sampleCase().course);
  const reportForm = { fiscalYear: course.fiscalYear, delivery: 'independent' } as const;
  return changedSample({ ...NO_CLAIMS, course: { ...course, reportForm }, ...change });
}
