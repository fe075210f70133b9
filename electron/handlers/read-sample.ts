import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

const SAMPLES = import.meta.glob<string>('../../resources/samples/*.case.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The first shipped sample course. */
export const readSample: Handler<'read-sample'> = () => {
  const text = Object.values(SAMPLES)[0];
  if (text === undefined) throw new Refused('NO-SUCH-FILE', '見本の講習会が入っていません。');
  return { case: JSON.parse(text) as unknown };
};
