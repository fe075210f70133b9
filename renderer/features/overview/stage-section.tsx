import type { ReactNode } from 'react';
import { CASE_STAGE_JA, type CaseStage } from '../../../shared/model/case/course.js';
import { backToApplication, moveToReport } from '../../db/claim-stage.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { Section } from './section.js';

/** 請求の段階: which claim is worked on. It follows the way of the course and can be changed by itself. */
export function StageSection({ courseId, stage }: { readonly courseId: string; readonly stage: CaseStage }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const isReport = stage === 'report';
  return (
    <Section title="請求の段階">
      <p className="form-fixed">
        <span>経費の画面</span>
        <span>{CASE_STAGE_JA[stage]}</span>
      </p>
      <p className="second stage-note">
        {isReport
          ? '実績額を入れる段階です。申請の明細は、申請の段階に戻すと見られます。'
          : '全日程の終了を記録すると、申請の明細を写して報告に進みます。'}
      </p>
      <p>
        {isReport ? (
          <Button size="small" onClick={() => void tell(backToApplication(door, courseId))}>
            申請の段階に戻す
          </Button>
        ) : (
          <Button size="small" onClick={() => void tell(moveToReport(door, courseId))}>
            報告に進む
          </Button>
        )}
      </p>
    </Section>
  );
}
