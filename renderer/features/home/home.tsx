import type { ReactNode } from 'react';
import { useCourses } from '../../desk/use-courses.js';
import { FirstStart } from './first-start.js';
import { Board } from './board.js';

/** ホーム: the first question while nothing is there, then what is due. */
export function Home(): ReactNode {
  const courses = useCourses();
  if (courses === undefined) return null;
  return courses.length === 0 ? <FirstStart /> : <Board courses={courses} />;
}
