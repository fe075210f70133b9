import type { ReactNode } from 'react';
import { ORGANIZATION_KIND_JA, type OrganizationKind } from '../../../shared/model/case/organization.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import { AmountField } from '../../ui/amount-field.js';
import { TextField } from '../../ui/field.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { BodyText, EMPTY_JA, useHead } from './course-fields.js';
import { Section } from './section.js';

const KINDS = choicesOf(ORGANIZATION_KIND_JA);

/** 団体: who contracts, by which names it is known on papers, and by which travel regulation it pays. */
export function OrganizationSection(): ReactNode {
  const { record, edit } = useHead();
  const { organization } = record;
  const setKind = (field: 'kind' | 'travelRegulationOwner', label: string) => (value: OrganizationKind | undefined) =>
    edit(`${label}を直しました`, (course) => course.changeOrganization({ [field]: value }));
  return (
    <Section title="団体">
      <BodyText field="contractName" label="契約名" required historyJa="団体の契約名" />
      <BodyText field="nameJa" label="通称" historyJa="団体の通称" />
      <TextField
        label="ほかの書き方"
        placeholder={EMPTY_JA}
        note="宛先として認める書き方。「、」で区切ります"
        value={organization.addresseeAliases?.join('、')}
        onCommit={(text) =>
          edit('団体のほかの書き方を直しました', (course) =>
            course.changeOrganization({ addresseeAliases: names(text) }),
          )
        }
      />
      <SelectField
        label="種別"
        required
        value={organization.kind}
        choices={KINDS}
        onCommit={setKind('kind', '団体の種別')}
      />
      <SelectField
        label="都道府県"
        value={organization.prefectureCode ?? undefined}
        choices={PREFECTURE_CHOICES}
        emptyJa="なし"
        onCommit={(value) =>
          edit('団体の都道府県を直しました', (course) => course.changeOrganization({ prefectureCode: value }))
        }
      />
      <SelectField
        label="旅費規程の団体"
        value={organization.travelRegulationOwner}
        choices={KINDS}
        emptyJa="未入力"
        onCommit={setKind('travelRegulationOwner', '旅費規程の団体')}
      />
      <AmountField
        label="車賃"
        placeholder={EMPTY_JA}
        unit="円/km"
        value={organization.carRatePerKm}
        onCommit={(value) => edit('車賃を直しました', (course) => course.changeOrganization({ carRatePerKm: value }))}
      />
      <BodyText field="representative" label="代表者" />
      <BodyText field="contactName" label="担当者" />
      <BodyText field="tel" label="電話" historyJa="団体の電話" />
      <BodyText field="email" label="メール" historyJa="団体のメール" />
      <BodyText field="address" label="住所" historyJa="団体の住所" />
    </Section>
  );
}

function names(text: string | undefined): string[] | undefined {
  const all = (text ?? '').split(/[、,，\n]/u).map((name) => name.trim());
  const filled = all.filter((name) => name !== '');
  return filled.length === 0 ? undefined : filled;
}
