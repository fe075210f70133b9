import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { LackPlace } from '../../../shared/workflow/lack.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { coursePath } from '../../routes.js';
import { Switch } from '../../ui/switch.js';
import { ApprovalsPart } from './approvals-part.js';
import { ChangesPart } from './changes-part.js';
import { HeadProvider } from './course-fields.js';
import { FactsPane } from './facts-pane.js';
import { HistoryPart } from './history-part.js';
import { NowPart } from './now-part.js';
import { OverviewPanel } from './overview-panel.js';
import { focusLabelled, isOfChanges, labelOf, type Lead, LeadContext, type Pane, PANE_JA, PANES } from './places.js';
import { ContactList, NoticeList } from './record-lists.js';
import { useWorkflow, type Workflow } from './use-workflow.js';
import { WayList } from './way-list.js';
import './overview.css';
import './workflow.css';

/** 概要: how far the course is and what comes next, its changes and approvals, and the facts it consists of. */
export function Overview({ courseId }: { readonly courseId: string }): ReactNode {
  const workflow = useWorkflow(courseId);
  const { edit, act } = useCourseChanges(courseId);
  const [pane, setPane] = useState<Pane>('way');
  const work = useRef<HTMLDivElement>(null);
  const lead = useLeading(courseId, work, setPane);
  if (!workflow) return null;
  const { record, situation } = workflow;
  return (
    <HeadProvider value={{ record, edit, act }}>
      <LeadContext value={lead}>
        <div className="split">
          <div ref={work} className="split-work overview" data-region="main">
            <div className="overview-tools">
              <Switch
                label="概要の表示"
                value={pane}
                options={PANES.map((value) => ({ value, ja: PANE_JA[value] }))}
                onChoose={setPane}
              />
            </div>
            <PaneBody pane={pane} workflow={workflow} />
          </div>
          <OverviewPanel courseId={courseId} value={situation.value} />
        </div>
      </LeadContext>
    </HeadProvider>
  );
}

function PaneBody({ pane, workflow }: { readonly pane: Pane; readonly workflow: Workflow }): ReactNode {
  const { situation, courseId } = workflow;
  switch (pane) {
    case 'way':
      return (
        <div className="way-columns">
          <WayList situation={situation} />
          <div>
            <NowPart key={`${courseId} ${situation.state}`} workflow={workflow} />
            <HistoryPart workflow={workflow} />
          </div>
        </div>
      );
    case 'changes':
      return (
        <div className="changes-pane">
          <ChangesPart workflow={workflow} />
          <ContactList />
          <NoticeList />
          <ApprovalsPart workflow={workflow} />
        </div>
      );
    case 'facts':
      return <FactsPane courseId={courseId} value={situation.value} />;
  }
}

/** Goes to a place: another tab, another pane, and there the field by its label. */
function useLeading(courseId: string, work: RefObject<HTMLElement | null>, setPane: (pane: Pane) => void): Lead {
  const [, navigate] = useLocation();
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    focusLabelled(work.current, wanted.current);
    wanted.current = undefined;
  });
  return useCallback(
    (place: LackPlace): void => {
      if (place.screen !== 'overview') {
        navigate(coursePath(courseId, place.screen));
        return;
      }
      wanted.current = labelOf(place);
      setPane(isOfChanges(place) ? 'changes' : 'facts');
    },
    [courseId, navigate, setPane],
  );
}
