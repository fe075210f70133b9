import type { ReactNode } from 'react';
import { useCase, useCourse } from '../../db/course-case.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { HeadProvider } from './course-fields.js';
import { CourseSection } from './course-section.js';
import { OrganizationSection } from './organization-section.js';
import { OverviewPanel } from './overview-panel.js';
import {
  ApplicationSection,
  ContractSection,
  RecruitSection,
  ReportSection,
  SettlementSection,
} from './procedure-sections.js';
import { ContactList, NoticeList } from './record-lists.js';
import './overview.css';

/** 概要: the facts of organisation and course, and what follows from them. */
export function Overview({ courseId }: { readonly courseId: string }): ReactNode {
  const record = useCourse(courseId);
  const value = useCase(courseId);
  const { edit, act } = useCourseChanges(courseId);
  if (!record || !value) return null;
  const isCommissioned = record.course.delivery === 'commissioned';
  return (
    <HeadProvider value={{ record, edit, act }}>
      <div className="split">
        <div className="split-work overview" data-region="main">
          <div className="overview-columns">
            <div>
              <CourseSection hasSessions={(value.sessions ?? []).length > 0} />
              <OrganizationSection />
            </div>
            <div>
              <RecruitSection />
              <ApplicationSection />
              {isCommissioned ? <ContractSection /> : null}
              <ReportSection />
              {isCommissioned ? <SettlementSection /> : null}
            </div>
          </div>
          <ContactList />
          <NoticeList />
        </div>
        <OverviewPanel courseId={courseId} value={value} />
      </div>
    </HeadProvider>
  );
}
