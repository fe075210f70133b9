import { type ErrorInfo, type ReactNode, useCallback } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useDesk } from '../desk/desk-context.js';
import { COURSE_TABS, coursePath, COURSES, HOME, LOOKUP, NEW_COURSE, RULEBOOKS, type CourseTab } from '../routes.js';
import { FaultBoundary } from '../ui/region.js';
import { CourseFrame } from './course-frame.js';
import { Rail } from './rail.js';
import { SCREENS } from './screens.js';
import { TitleBar } from './title-bar.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useWindowKeys } from './window-keys.js';
import './shell.css';

/** The whole window: title bar, rail, and the screen of the address. */
export function Window(): ReactNode {
  useWindowKeys();
  useKeptFocus();
  return (
    <div className="window">
      <TitleBar />
      <Rail />
      <main className="work">
        <Guarded>
          <Switch>
            <Route path={HOME}>
              <SCREENS.home />
            </Route>
            <Route path={COURSES}>
              <SCREENS.courses />
            </Route>
            <Route path={NEW_COURSE}>
              <SCREENS.newCourse />
            </Route>
            <Route path={LOOKUP}>
              <SCREENS.lookup />
            </Route>
            <Route path={RULEBOOKS}>
              <SCREENS.rulebooks />
            </Route>
            <Route path={`${RULEBOOKS}/:id/:edition`}>
              {({ id, edition }) => <SCREENS.rulebooks id={id} edition={Number(edition)} />}
            </Route>
            <Route path="/courses/:courseId/forms/:form?">
              {({ courseId, form }) => <FormsOfCourse key={courseId} courseId={courseId} form={form} />}
            </Route>
            <Route path="/courses/:courseId/:tab/:view?">
              {({ courseId, tab }) => <CourseScreen key={courseId} courseId={courseId} tab={tab} />}
            </Route>
            <Route>
              <Redirect to={HOME} />
            </Route>
          </Switch>
        </Guarded>
      </main>
    </div>
  );
}

function CourseScreen({ courseId, tab }: { readonly courseId: string; readonly tab: string }): ReactNode {
  const known = COURSE_TABS.find((candidate): candidate is CourseTab => candidate === tab);
  if (!known) return <Redirect to={coursePath(courseId, 'overview')} />;
  const Screen = SCREENS[known];
  return (
    <CourseFrame courseId={courseId} tab={known}>
      <Guarded key={known}>
        <Screen courseId={courseId} />
      </Guarded>
    </CourseFrame>
  );
}

/** The forms of publishers belong to 書類. */
function FormsOfCourse({
  courseId,
  form,
}: {
  readonly courseId: string;
  readonly form: string | undefined;
}): ReactNode {
  return (
    <CourseFrame courseId={courseId} tab="papers">
      <Guarded>
        <SCREENS.forms courseId={courseId} {...(form === undefined ? {} : { form })} />
      </Guarded>
    </CourseFrame>
  );
}

/** A fault is noted in the local log and shown in the region where it happened. */
function Guarded({ children }: { readonly children: ReactNode }): ReactNode {
  const { host } = useDesk();
  const onFault = useCallback(
    (error: Error, info: ErrorInfo) => {
      void host.call('log-fault', {
        message: error.message.slice(0, 2000),
        stack: `${error.stack ?? ''}\n${info.componentStack ?? ''}`.slice(0, 20_000),
      });
    },
    [host],
  );
  return <FaultBoundary onFault={onFault}>{children}</FaultBoundary>;
}
