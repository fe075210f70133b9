import { fieldLabelJa, fieldProblems } from '../../shared/templates/fields.js';
import { FORMS, type TemplateMapping } from '../../shared/templates/mapping.js';
import { workbookName } from '../../shared/forms/workbook-name.js';
import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';
import { writeNumbered } from '../safe-write.js';
import { courseValues } from '../templates/course-values.js';
import { fillTemplate } from '../templates/fill-template.js';
import { KeptTemplates } from '../templates/kept-templates.js';
import { openForm } from '../templates/read-template.js';

/** Fills a kept 様式 with a course and writes the file under a free name. Nothing is written where anything stands in its way. */
export const fillTemplateCall: Handler<'fill-template'> = async (input, host) => {
  const { mapping } = input;
  refuseUnknownFields(mapping);
  const bytes = await new KeptTemplates(host.dataDir).read(input.template);
  const { paper, values } = courseValues(input);
  const filled = fillTemplate(bytes, mapping, values, { labelOf: fieldLabelJa, results: input.results });
  const name = `${workbookName(paper, ['所定様式', FORMS[mapping.form]])}.${endingOf(bytes)}`;
  const path = await writeNumbered(host.outputDir, name, filled.bytes);
  return {
    files: [host.written.note(path, filled.bytes.length)],
    cancelled: false,
    addedSheets: [...filled.addedSheets],
    formulas: filled.formulas,
  };
};

/** Excel opens a workbook only under the ending of its kind. */
function endingOf(bytes: Uint8Array): string {
  const { package: form, part } = openForm(bytes);
  return form.contentType(part).includes('macroEnabled') ? 'xlsm' : 'xlsx';
}

/** A mapping from elsewhere may name fields that this version does not have; they would stay empty without a word. */
function refuseUnknownFields(mapping: TemplateMapping): void {
  const [first] = fieldProblems(mapping);
  if (first) throw new Refused('BAD-INPUT', `様式に書き込めません。対応表の ${first.path}：${first.ja}。`);
}
