import { FORMS } from '../../shared/templates/mapping.js';
import type { Handler } from '../handler.js';
import { writeNumbered } from '../safe-write.js';
import { mappingText } from '../templates/mapping-file.js';

/** Writes a 対応表 as one YAML file that can be passed on; the form itself is not in it. */
export const writeMapping: Handler<'write-mapping'> = async ({ mapping }, host) => {
  const bytes = Buffer.from(mappingText(mapping));
  const name = `対応表_${FORMS[mapping.form]}_${mapping.fiscalYear}年度.yaml`;
  const path = await writeNumbered(host.outputDir, name, bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};
