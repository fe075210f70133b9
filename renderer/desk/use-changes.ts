/** Writing from the screens: quiet for fields, told with 元に戻す for everything larger. */
import { useMemo } from 'react';
import type { Problem } from '../../shared/model/problem.js';
import type { Recorded } from '../db/changes.js';
import type { CourseDraft } from '../db/course-draft.js';
import { useToast, useWithdrawToast } from '../ui/toast.js';
import { useDesk } from './desk-context.js';
import { useRefusal } from './refusal.js';
import { useHistory } from './use-history.js';

export type CourseChanges = {
  /** Writes and says nothing; a refusal comes back for the field to show below itself. */
  readonly edit: (labelJa: string, change: (course: CourseDraft) => void) => Promise<Recorded>;
  /** Writes, tells what happened with 元に戻す; a refusal opens the dialog. */
  readonly act: (labelJa: string, change: (course: CourseDraft) => void) => Promise<Recorded>;
};

/** The ways to change one course. `labelJa` is in the past tense: 単価を変えました. */
export function useCourseChanges(courseId: string): CourseChanges {
  const { door } = useDesk();
  const tell = useTold();
  const withdraw = useWithdrawToast();
  return useMemo(() => {
    const edit: CourseChanges['edit'] = async (labelJa, change) => {
      const recorded = await door.record(labelJa, async (draft) => change(await draft.course(courseId)));
      if (recorded.ok && recorded.change) withdraw();
      return recorded;
    };
    return { edit, act: (labelJa, change) => tell(edit(labelJa, change)) };
  }, [door, courseId, tell, withdraw]);
}

/** Passes on what was recorded, with the toast that tells of it or the dialog that says why not. */
export function useTold(): (recorded: Promise<Recorded>) => Promise<Recorded> {
  const toast = useToast();
  const refuse = useRefusal();
  const { undo } = useHistory();
  return useMemo(
    () => async (recording) => {
      const recorded = await recording;
      if (!recorded.ok) {
        refuse({ title: 'この変更はできません', problems: inWords(recorded.problems) });
      } else if (recorded.change) {
        toast({
          ja: recorded.change.labelJa,
          endsWithNextChange: true,
          action: { ja: '元に戻す', shortcut: 'Ctrl+Z', onChoose: () => void undo() },
        });
      }
      return recorded;
    },
    [toast, refuse, undo],
  );
}

/** Each sentence once and without its place in the file: nobody chose a file, they pressed a button. */
function inWords(problems: readonly Problem[]): Problem[] {
  const first = new Map(problems.toReversed().map((problem) => [problem.ja, { ...problem, path: '' }]));
  return [...first.values()].toReversed();
}
