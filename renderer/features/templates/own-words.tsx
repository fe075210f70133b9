import type { ReactNode } from 'react';
import { useCourse } from '../../db/course-case.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { NoteField } from '../../ui/field.js';

const WORDS = {
  'text.applicationRemarks': { field: 'applicationRemarks', ja: '特記事項' },
  'text.reportRemarks': { field: 'reportRemarks', ja: '所感・課題' },
} as const;

/** A field in one's own words, written here and kept with the course. */
export function OwnWords({ courseId, field }: { readonly courseId: string; readonly field: string }): ReactNode {
  const record = useCourse(courseId);
  const { edit } = useCourseChanges(courseId);
  const own = Object.hasOwn(WORDS, field) ? WORDS[field as keyof typeof WORDS] : undefined;
  if (!record || !own) return null;
  return (
    <section className="forms-part" aria-label={own.ja}>
      <NoteField
        label={`この講習会の${own.ja}`}
        rows={5}
        value={record.ownWords?.[own.field]}
        note="講習会に保存され、同じ項目を結んだ様式すべてに書き込まれます"
        onCommit={(text) =>
          edit(`${own.ja}を書きました`, (course) => {
            const { record: now } = course;
            course.setRecord({ ...now, ownWords: { ...now.ownWords, [own.field]: text } });
          })
        }
      />
    </section>
  );
}
