import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { longDateJa } from '../../../shared/dates.js';
import { nextStep, stateJa, stepsNow } from '../../../shared/workflow/course-machine.js';
import type { StepDefinition } from '../../../shared/workflow/course-step.js';
import { ACTOR_JA } from '../../../shared/workflow/lack.js';
import { coursePath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { LackList } from './lack-list.js';
import { StepForm } from './step-form.js';
import { initialInput } from './step-input.js';
import type { Workflow } from './use-workflow.js';

/** Where the course stands, the one next step, and the other ways on from here. */
export function NowPart({ workflow }: { readonly workflow: Workflow }): ReactNode {
  const { situation } = workflow;
  const [opened, setOpened] = useState<StepDefinition['event']>();
  const steps = stepsNow(situation);
  const next = nextStep(situation);
  const open = steps.find((step) => step.event === opened);
  return (
    <section className="now" aria-label="いまの段階">
      <p className="now-state">
        <span className="caption">いま</span> <b>{stateJa(situation.state)}</b>
        <Since workflow={workflow} />
      </p>
      <Pair workflow={workflow} />
      {open ? (
        <StepForm key={open.event} workflow={workflow} step={open} onDone={() => setOpened(undefined)} />
      ) : (
        <NextStep workflow={workflow} steps={steps} next={next} onOpen={setOpened} />
      )}
    </section>
  );
}

/** Since when; of a deadline that passed by itself, what that means. */
function Since({ workflow: { situation } }: { readonly workflow: Workflow }): ReactNode {
  const { state, history } = situation;
  if (state === 'overdue') {
    return <span className="second">申請書の期限を過ぎています。相談・独自への変更・中止のどれかを選びます</span>;
  }
  if (state === 'fullRefundPending') {
    return <span className="second">実施報告書の最終締切を過ぎています。受領した委託金は全額を返納します</span>;
  }
  const last = history.findLast((step) => step.to === state && step.from !== state);
  return last === undefined ? null : <span className="second">{longDateJa(last.on)}から</span>;
}

/** The other course of a conversion. */
function Pair({ workflow: { record } }: { readonly workflow: Workflow }): ReactNode {
  const pair = record.conversionPair;
  if (!pair) return null;
  return (
    <p className="second">
      {pair.part === 'original' ? '独自講習会として続けています：' : '委託講習会から変更した講習会です：'}
      <Link href={coursePath(pair.courseId, 'overview')}>
        {pair.part === 'original' ? '続きの独自講習会を開く' : 'もとの委託講習会を開く'}
      </Link>
    </p>
  );
}

function NextStep({
  workflow,
  steps,
  next,
  onOpen,
}: {
  readonly workflow: Workflow;
  readonly steps: readonly StepDefinition[];
  readonly next: StepDefinition | undefined;
  readonly onOpen: (event: StepDefinition['event']) => void;
}): ReactNode {
  const lacks = useMemo(
    () =>
      next === undefined
        ? []
        : workflow
            .lacksOf(next, initialInput(next, workflow.situation))
            .filter((lack) => !(lack.where.field?.startsWith(`${next.event}.`) ?? false)),
    [workflow, next],
  );
  if (next === undefined) return <p className="second">この講習会の手続きは終わっています。</p>;
  const turns = steps.filter((step) => step.event !== next.event && step.kind !== 'aside');
  const asides = steps.filter((step) => step.event !== next.event && step.kind === 'aside');
  return (
    <>
      <div className="now-ways">
        <Button kind="main" onClick={() => onOpen(next.event)}>
          {next.actionJa}
        </Button>
        {turns.map((step) => (
          <Button key={step.event} onClick={() => onOpen(step.event)}>
            {step.actionJa}
          </Button>
        ))}
        <span className="caption">次は{ACTOR_JA[next.who]}の動き</span>
      </div>
      <LackList lacks={lacks} />
      {asides.length === 0 ? null : (
        <p className="now-asides">
          <span className="caption">ほかの動き</span>
          {asides.map((step) => (
            <button key={step.event} type="button" className="link" onClick={() => onOpen(step.event)}>
              {step.actionJa}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
