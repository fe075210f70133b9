import type { ReactNode } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { CourseSection } from './course-section.js';
import { OrganizationSection } from './organization-section.js';
import {
  ApplicationSection,
  ContractSection,
  RecruitSection,
  ReportSection,
  SettlementSection,
} from './procedure-sections.js';
import { StageSection } from './stage-section.js';

/** 登録内容: every fact of organisation and course, each to be corrected by itself. */
export function FactsPane({ courseId, value }: { readonly courseId: string; readonly value: Case }): ReactNode {
  const isCommissioned = value.course.delivery === 'commissioned';
  return (
    <div className="overview-columns">
      <div>
        <CourseSection hasSessions={(value.sessions ?? []).length > 0} />
        <OrganizationSection />
        <StageSection courseId={courseId} stage={value.stage} />
      </div>
      <div>
        <RecruitSection />
        <ApplicationSection />
        {isCommissioned ? <ContractSection /> : null}
        <ReportSection />
        {isCommissioned ? <SettlementSection /> : null}
      </div>
    </div>
  );
}
