import { fieldLabelJa, fieldProblems } from '../../shared/templates/fields.js';
import type { Handler } from '../handler.js';
import { courseValues } from '../templates/course-values.js';
import { KeptTemplates } from '../templates/kept-templates.js';
import { previewFilling } from '../templates/preview-filling.js';

/** What filling a kept 様式 with a course would write, and what stands in its way. */
export const previewTemplate: Handler<'preview-template'> = async (input, host) => {
  const { mapping } = input;
  const bytes = await new KeptTemplates(host.dataDir).read(input.template);
  const preview = previewFilling(bytes, mapping, courseValues(input).values, fieldLabelJa);
  const unknown = fieldProblems(mapping).map((problem) => `対応表の ${problem.path}：${problem.ja}。`);
  return { ...preview, problems: [...unknown, ...preview.problems] };
};
