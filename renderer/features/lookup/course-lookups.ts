/** 早見 期限 and 概算払. */
import { DELIVERY_JA, LEVEL_JA } from '../../../shared/model/case/course.js';
import { advanceCase, deadlineCase } from '../../../shared/rules/lookup/course-questions.js';
import { choiceField, type LookupField, type Values } from './fields.js';
import type { Lookup } from './lookup.js';

function deadlineFields(values: Values): LookupField[] {
  const isCommissioned = values.choice('delivery', DELIVERY_JA) === 'commissioned';
  return [
    choiceField('level', '資格', LEVEL_JA),
    choiceField('delivery', '実施の形', DELIVERY_JA),
    { key: 'start', label: '講習会の開始日', kind: 'date', required: true },
    { key: 'end', label: '講習会の終了日', kind: 'date', note: '空欄なら開始日と同じ日' },
    { key: 'submitted', label: '申請書の提出日', kind: 'date' },
    ...(isCommissioned
      ? ([
          { key: 'contractFixed', label: '委託金額の確定日', kind: 'date' },
          { key: 'finalFixed', label: '確定額の確定日', kind: 'date' },
        ] as const)
      : []),
  ];
}

export const DEADLINE_LOOKUP: Lookup = {
  id: 'deadlines',
  ja: '期限',
  fields: deadlineFields,
  answer: (values, book) => {
    const start = values.text('start');
    const end = values.text('end') ?? start;
    if (start !== undefined && end !== undefined && end < start) {
      return { kind: 'problem', ja: '終了日が開始日より前です' };
    }
    const question = {
      level: values.choice('level', LEVEL_JA),
      delivery: values.choice('delivery', DELIVERY_JA),
      start,
      end,
      submittedOn: values.text('submitted'),
      contractFixedOn: values.text('contractFixed'),
      finalFixedOn: values.text('finalFixed'),
    };
    return { kind: 'deadlines', case: deadlineCase(question, book, values.today) };
  },
};

export const ADVANCE_LOOKUP: Lookup = {
  id: 'advance',
  ja: '概算払',
  fields: () => [
    { key: 'contract', label: '契約額', kind: 'number', unit: '円', required: true },
    { key: 'fixed', label: '委託金額の確定日', kind: 'date', note: '交付予定日も出します' },
  ],
  answer: (values, book) => ({
    kind: 'advance',
    case: advanceCase({ contractAmount: values.number('contract') ?? 0, fixedOn: values.text('fixed') }, book),
  }),
};
