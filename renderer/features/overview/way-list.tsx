import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import { nextStep } from '../../../shared/workflow/course-machine.js';
import type { CourseSituation } from '../../../shared/workflow/course-step.js';
import { ACTOR_JA } from '../../../shared/workflow/lack.js';
import { wayOf } from '../../../shared/workflow/way.js';
import { classNames } from '../../ui/class-names.js';

/** The way of the course from its first step to its last: what is done and when, what is next, what comes later. */
export function WayList({ situation }: { readonly situation: CourseSituation }): ReactNode {
  const way = wayOf(situation);
  const wanted = nextStep(situation)?.event;
  const next = way.find((step) => step.event === wanted && !step.isDone) ?? way.find((step) => !step.isDone);
  return (
    <ol className="course-way" aria-label="講習会の進み">
      {way.map((step, index) => {
        const isNext = step === next && wanted !== undefined;
        const opensPhase = way[index - 1]?.phase !== step.phase;
        return (
          <li
            key={`${step.event} ${index}`}
            className={classNames(
              'course-way-step',
              step.isDone && 'course-way-done',
              isNext && 'course-way-next',
              opensPhase && 'course-way-opens',
            )}
            aria-current={isNext ? 'step' : undefined}
          >
            <span className="course-way-phase">{opensPhase ? step.phase : ''}</span>
            <span className="course-way-sign">
              {step.isDone ? <IconCheck size={14} stroke={2} aria-label="済" /> : null}
              {isNext ? <IconArrowRight size={14} stroke={2} aria-label="次" /> : null}
            </span>
            <span className="course-way-name">{step.ja}</span>
            <span className="course-way-when">
              {step.isDone
                ? step.on === undefined
                  ? ''
                  : shortDateJa(step.on)
                : step.who === 'jspo'
                  ? ACTOR_JA.jspo
                  : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
