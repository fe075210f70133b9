/** Every workbook that the program makes, from the sample at its stages and with what each paper is for. */
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import { PAPERS } from '../../shared/forms/papers.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { exemptionSample } from './exemption-sample.js';
import { applicationSample, changedSample, sampleCase } from './sample.js';

const book = rulebook('R3');

/** The sample as it could be at its stages, as 委託 and as 独自. */
function cases(): Record<string, Case> {
  const { course } = sampleCase();
  const applied = applicationSample();
  const own = { delivery: 'independent' } as const;
  const form = { fiscalYear: course.fiscalYear, ...own };
  return {
    '委託・申請': applied,
    '委託・報告、内容変更': changedSample({
      course: { ...course, applicationSnapshot: { mode: 'online', headcount: 30, accounts: { travel: 100_000 } } },
    }),
    中止: changedSample({ course: { ...course, status: 'cancelled' } }),
    独自へ変更: changedSample({ course: { ...course, conversion: { decidedOn: '2021-09-01' } } }),
    免除: exemptionSample(),
    '独自・申請': applicationSample({
      course: { ...applied.course, ...own, applicationForm: form, income: [{ kind: 'courseFee', amount: 240_000 }] },
      lines: [],
    }),
    '独自・報告': changedSample({ course: { ...course, ...own, reportForm: form }, lines: [] }),
  };
}

export type PaperOfSample = {
  /** 委託・申請: R3_委託_申請_… */
  readonly name: string;
  readonly content: Workbook;
  readonly submitted: Workbook;
};

/** One of each kind and stage; fails where a kind of paper is not among them. */
export function everyPaper(): PaperOfSample[] {
  const missing = new Set<string>(PAPERS.map(({ id }) => id));
  const papers = Object.entries(cases()).flatMap(([caseJa, value]) => {
    const decision = check(value, book);
    return PAPERS.flatMap(({ id }) => {
      const contents = workbookContents(decision, value, book, { papers: [id] });
      const submitted = workbookContents(decision, value, book, { papers: [id], forSubmission: true });
      if (contents.length > 0) missing.delete(id);
      return contents.map((content, index) => {
        const own = submitted[index];
        if (!own) throw new Error(`${content.name} has no 提出用`);
        return { name: `${caseJa}: ${content.name}`, content, submitted: own };
      });
    });
  });
  if (missing.size > 0) throw new Error(`no sample of ${[...missing].join(', ')}`);
  return papers;
}
