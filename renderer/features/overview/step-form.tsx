import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { CourseSituation, StepDefinition, StepField } from '../../../shared/workflow/course-step.js';
import { STEP_FIELDS, type StepFieldKey, type StepInput } from '../../../shared/workflow/step-fields.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { SelectField, YesNoField } from '../../ui/select-field.js';
import { LackList } from './lack-list.js';
import { focusLabelled } from './places.js';
import { hintJa, initialInput } from './step-input.js';
import type { Workflow } from './use-workflow.js';

type Props = {
  readonly workflow: Workflow;
  readonly step: StepDefinition;
  readonly onDone: () => void;
};

/** One step of the course in place: its few fields, what keeps it back, and the button that records it. */
export function StepForm({ workflow, step, onDone }: Props): ReactNode {
  const { situation } = workflow;
  const [input, setInput] = useState<StepInput>(() => initialInput(step, situation));
  const [isPressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lacks = useMemo(() => workflow.lacksOf(step, input), [workflow, step, input]);
  const isBlocked = lacks.some((lack) => lack.blocks);
  const own = `${step.event}.`;
  const isOwnField = (field: string | undefined): boolean => field?.startsWith(own) ?? false;
  const fields = step.fields.filter(({ when }) => when?.(situation) ?? true);
  const set = (key: StepFieldKey, value: StepInput[StepFieldKey]): void =>
    setInput((before) => {
      const rest: Record<string, unknown> = { ...before, [key]: value };
      if (value === undefined) delete rest[key];
      return rest as StepInput;
    });
  const save = (): void => {
    setPressed(true);
    if (!isBlocked) {
      void workflow.take(step, input).then((recorded) => recorded.ok && onDone());
      return;
    }
    const empty = lacks.find((lack) => isOwnField(lack.where.field))?.where.field?.slice(own.length);
    const field = fields.find(({ key }) => key === empty);
    if (field) focusLabelled(form.current, wordsOf(field));
  };
  return (
    <form
      ref={form}
      className="step-form"
      aria-label={step.eventJa}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 className="step-form-title">{step.eventJa}</h3>
      <div className="step-form-fields">
        {fields.map((field) => (
          <StepFieldEntry
            key={field.key}
            field={field}
            situation={situation}
            value={input[field.key]}
            isMissing={isPressed && field.required === true && input[field.key] === undefined}
            onCommit={(value) => set(field.key, value)}
          />
        ))}
      </div>
      <LackList lacks={lacks.filter((lack) => !isOwnField(lack.where.field))} />
      {step.event === 'convert' ? (
        <p className="second">
          記録すると、日程・会場・講師等・受講者を写した独自講習会を作り、この講習会は閉じます。経費は写しません。
        </p>
      ) : null}
      <p className="step-form-buttons">
        <Button kind="main" type="submit">
          記録する
        </Button>
        <Button kind="bare" onClick={onDone}>
          やめる
        </Button>
        {isPressed && isBlocked ? (
          <span role="status" className="step-form-lack">
            足りないものがあるため、まだ記録できません
          </span>
        ) : null}
      </p>
    </form>
  );
}

function wordsOf({ key, ja }: StepField): string {
  return ja ?? STEP_FIELDS[key].ja;
}

const FORM_CHOICES = [
  { value: 'commissioned', ja: '委託の様式' },
  { value: 'independent', ja: '独自の様式' },
] as const;

function StepFieldEntry({
  field,
  situation,
  value,
  isMissing,
  onCommit,
}: {
  readonly field: StepField;
  readonly situation: CourseSituation;
  readonly value: StepInput[StepFieldKey];
  readonly isMissing: boolean;
  readonly onCommit: (value: StepInput[StepFieldKey]) => void;
}): ReactNode {
  const words = STEP_FIELDS[field.key];
  const label = wordsOf(field);
  const note = hintJa(field.key, situation);
  const shared = {
    label,
    ...(field.required === undefined ? {} : { required: true }),
    ...(note === undefined ? {} : { note }),
  };
  const problem = isMissing ? `${label}を入れてください` : undefined;
  switch (words.kind) {
    case 'date':
      return (
        <DateField
          {...shared}
          problem={problem}
          year={situation.value.course.fiscalYear}
          value={typeof value === 'string' ? value : undefined}
          onCommit={onCommit}
        />
      );
    case 'yen':
    case 'number':
      return (
        <AmountField
          {...shared}
          problem={problem}
          {...(words.kind === 'number' ? { unit: words.unit } : {})}
          value={typeof value === 'number' ? value : undefined}
          onCommit={onCommit}
        />
      );
    case 'yesNo':
      return (
        <YesNoField
          {...shared}
          yesJa={words.yesJa}
          noJa={words.noJa}
          value={typeof value === 'boolean' ? value : undefined}
          onCommit={onCommit}
        />
      );
    case 'form':
      return (
        <SelectField
          {...shared}
          value={value === 'commissioned' || value === 'independent' ? value : undefined}
          choices={FORM_CHOICES}
          emptyJa="未入力"
          onCommit={onCommit}
        />
      );
    case 'text':
      return (
        <TextField
          {...shared}
          problem={problem}
          value={typeof value === 'string' ? value : undefined}
          onCommit={onCommit}
        />
      );
  }
}
