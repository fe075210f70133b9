import type { ReactNode } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { type CurriculumItem, SESSION_FORMAT_JA, teachingFormat } from '../../../shared/model/case/schedule.js';
import { onCellKey } from '../../ui/cell-keys.js';
import { TextField } from '../../ui/field.js';
import { SelectField, YesNoField } from '../../ui/select-field.js';
import { HoursField } from './hours-field.js';
import { PlacesHead, RemoveRow, useNewRow } from './places-parts.js';
import type { ScheduleChanges } from './schedule-changes.js';

const TEACHING_FORMATS = teachingFormat.options.map((value) => ({ value, ja: SESSION_FORMAT_JA[value] }));

/** 科目 of the 実施要領 with their hours. */
export function SubjectTable({
  value,
  changes,
}: {
  readonly value: Case;
  readonly changes: ScheduleChanges;
}): ReactNode {
  const items = value.curriculum ?? [];
  const newRow = useNewRow();
  const set = (
    item: CurriculumItem,
    labelJa: string,
    fields: { readonly [K in keyof CurriculumItem]?: CurriculumItem[K] | undefined },
  ) => changes.edit(`${item.nameJa}の${labelJa}を直しました`, (course) => course.change('curriculum', item.id, fields));
  const add = () =>
    changes.act('科目を加えました', (course) => {
      const id = course.freshId('curriculum', 'C');
      newRow.mark(id);
      // No hours until somebody copies them from the 実施要領: an invented hour would pass for one.
      course.put('curriculum', { id, nameJa: '新しい科目', groupMinutes: 0 });
    });
  return (
    <section aria-label="科目">
      <PlacesHead title="科目" note="実施要領の時間数" addJa="科目を加える" onAdd={() => void add()} />
      {items.length === 0 ? null : (
        <table onKeyDown={onCellKey}>
          <thead>
            <tr>
              <th scope="col">科目</th>
              <th scope="col">集合講習</th>
              <th scope="col">自宅学習</th>
              <th scope="col">ふだんの形態</th>
              <th scope="col">基礎理論</th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  <TextField
                    label="科目の名称"
                    inputRef={newRow.nameRef(item.id)}
                    labelHidden
                    required
                    value={item.nameJa}
                    onCommit={(nameJa) => set(item, '名称', { nameJa })}
                  />
                </td>
                <td>
                  <HoursField
                    label="集合講習の時間数"
                    labelHidden
                    required
                    value={item.groupMinutes}
                    onCommit={(groupMinutes) => set(item, '時間数', { groupMinutes })}
                  />
                </td>
                <td>
                  <HoursField
                    label="自宅学習の時間数"
                    labelHidden
                    value={item.homeMinutes}
                    onCommit={(homeMinutes) => set(item, '自宅学習の時間数', { homeMinutes })}
                  />
                </td>
                <td>
                  <SelectField
                    label="ふだんの形態"
                    labelHidden
                    value={item.defaultFormat}
                    choices={TEACHING_FORMATS}
                    emptyJa="—"
                    onCommit={(defaultFormat) => set(item, 'ふだんの形態', { defaultFormat })}
                  />
                </td>
                <td>
                  <YesNoField
                    label="基礎理論"
                    labelHidden
                    emptyJa="—"
                    value={item.isBasicTheory}
                    onCommit={(isBasicTheory) => set(item, '基礎理論の別', { isBasicTheory })}
                  />
                </td>
                <td>
                  <RemoveRow
                    label={`${item.nameJa}を消す`}
                    onRemove={() =>
                      void changes.act(`${item.nameJa}を消しました`, (course) => course.remove('curriculum', item.id))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
