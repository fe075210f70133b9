import type { ReactNode } from 'react';
import { APPLICATION_STATUS_JA, type ExemptionApplication } from '../../../shared/model/case/exemption.js';
import type { Recorded } from '../../db/changes.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { DateField } from '../../ui/date-field.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import type { Person } from './people.js';

export const ROUTE_JA = { self: '本人', proxy: '代理申請', other: 'その他' } as const;

/** 免除・免除申請 of one person: who applies, when, and how far it is. */
export function ApplicationFields({
  person,
  changes,
}: {
  readonly person: Person;
  readonly changes: CourseChanges;
}): ReactNode {
  const { participant, application } = person;
  const set = (fields: {
    readonly [K in keyof ExemptionApplication]?: ExemptionApplication[K] | undefined;
  }): Promise<Recorded> =>
    changes.edit(`${participant.nameJa}さんの免除申請を直しました`, (course) => {
      if (application) course.change('exemptionApplications', application.id, fields);
      else {
        const id = course.freshId('exemptionApplications', 'xa');
        course.put('exemptionApplications', { id, participantId: participant.id });
        course.change('exemptionApplications', id, fields);
      }
    });
  const date = (
    key: 'proxyRequestedOn' | 'appliedOn' | 'completedOn' | 'wishedRegistration',
    label: string,
  ): ReactNode => (
    <DateField
      label={label}
      placeholder="未入力"
      value={application?.[key]}
      onCommit={(next) => set({ [key]: next })}
    />
  );
  return (
    <div className="form-rows">
      <SelectField
        label="申請する人"
        value={application?.route}
        choices={choicesOf(ROUTE_JA)}
        emptyJa="未入力"
        onCommit={(route) => set({ route })}
      />
      {application?.route === 'proxy' ? date('proxyRequestedOn', '本人の依頼日') : null}
      {date('appliedOn', '申請日')}
      {application ? date('completedOn', '申請の完了日') : null}
      {application ? date('wishedRegistration', '希望の登録日') : null}
      <SelectField
        label="状態"
        value={application?.status}
        choices={choicesOf(APPLICATION_STATUS_JA)}
        emptyJa="未入力"
        onCommit={(status) => set({ status })}
      />
    </div>
  );
}
