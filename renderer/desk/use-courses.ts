import { useLiveQuery } from 'dexie-react-hooks';
import { type CourseRow, inOrder } from '../../shared/model/store/rows.js';
import { useDesk } from './desk-context.js';

/** All courses in their order; `undefined` while they are being read. */
export function useCourses(): readonly CourseRow[] | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => inOrder(await database.courses.toArray()), [database]);
}
