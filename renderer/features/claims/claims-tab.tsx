import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { CASE_STAGE_JA, type CaseStage } from '../../../shared/model/case/course.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { moveToReport } from '../../db/claim-stage.js';
import { useCourse } from '../../db/course-case.js';
import { useDesk } from '../../desk/desk-context.js';
import { ListImportScreen } from '../../desk/list-import/list-import-screen.js';
import { ListMenu } from '../../desk/list-import/list-menu.js';
import { useListImport } from '../../desk/list-import/use-list-import.js';
import { writeRows } from '../../desk/list-import/write-rows.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Switch } from '../../ui/switch.js';
import { ClaimsScreen } from './claims-screen.js';
import { lineList } from './line-list.js';
import { type Claims, useClaims } from './use-claims.js';
import './claims.css';
import './claims-panel.css';

const STAGES = [
  { value: 'application', ja: CASE_STAGE_JA.application },
  { value: 'report', ja: CASE_STAGE_JA.report },
] as const;

/** 講習会 → 経費: the claim of the stage being worked on; the other stage can be looked at. */
export function ClaimsTab({ courseId }: { readonly courseId: string }): ReactNode {
  const course = useCourse(courseId);
  const [chosen, setChosen] = useState<CaseStage>();
  const stage = chosen ?? course?.stage ?? 'application';
  const claims = useClaims(courseId, stage);
  if (!course || !claims) return null;
  const stageSwitch = <Switch label="申請と報告" value={stage} options={STAGES} onChoose={setChosen} />;
  const hasLines = claims.facts.lines.length > 0;
  if (!hasLines && stage !== course.stage) {
    return (
      <OtherStageEmpty
        courseId={courseId}
        stage={stage}
        stageSwitch={stageSwitch}
        onMoved={() => setChosen(undefined)}
      />
    );
  }
  return <Lines key={stage} courseId={courseId} stage={stage} claims={claims} stageSwitch={stageSwitch} />;
}

/** The table of the lines, or their list as it came back from Excel. */
function Lines({
  courseId,
  stage,
  claims,
  stageSwitch,
}: {
  readonly courseId: string;
  readonly stage: CaseStage;
  readonly claims: Claims;
  readonly stageSwitch: ReactNode;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { value, facts, numbers, lockJa } = claims;
  const list = useMemo(() => lineList({ facts, numbers, stage, lockJa }), [facts, numbers, stage, lockJa]);
  const listed = useListImport(list);
  if (!listed.opened) {
    const listMenu = <ListMenu value={value} list={list} onFile={(file) => void listed.open(file)} />;
    return <ClaimsScreen claims={claims} stageSwitch={stageSwitch} listMenu={listMenu} />;
  }
  const write: ComponentProps<typeof ListImportScreen<Line>>['onWrite'] = (labelJa, rows) =>
    tell(
      door.record(labelJa, async (draft) => {
        const course = await draft.course(courseId);
        writeRows(rows, {
          get: (id) => course.get('lines', id, stage),
          put: (line) => course.put('lines', line, { stage }),
        });
      }),
    );
  return <ListImportScreen list={list} opened={listed.opened} onWrite={write} onClose={listed.close} />;
}

/** The stage that is not being worked on has no lines: what that means, and the way on. */
function OtherStageEmpty({
  courseId,
  stage,
  stageSwitch,
  onMoved,
}: {
  readonly courseId: string;
  readonly stage: CaseStage;
  readonly stageSwitch: ReactNode;
  readonly onMoved: () => void;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const isReport = stage === 'report';
  return (
    <div className="claims">
      <div className="claims-tools" data-region="tools">
        {stageSwitch}
      </div>
      <EmptyState
        title={isReport ? '報告の明細はまだありません' : '申請の明細はありません'}
        note={
          isReport
            ? '報告に進むと、申請の明細を実績の下書きとして写します。申請の内容はそのまま残ります'
            : 'この講習会は報告の段階から入れています'
        }
      >
        {isReport && (
          <Button
            kind="main"
            onClick={() => void tell(moveToReport(door, courseId)).then((recorded) => recorded.ok && onMoved())}
          >
            報告に進む
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
