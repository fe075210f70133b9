/** 様式の対応表 as a file that can be passed on: YAML, of which JSON is a part. */
import { parseDocument, stringify } from 'yaml';
import { problemsOf } from '../../shared/model/problem.js';
import { fieldProblems } from '../../shared/templates/fields.js';
import { mappingProblems } from '../../shared/templates/mapping-problems.js';
import { FORMS, templateMapping, type TemplateMapping } from '../../shared/templates/mapping.js';
import { Refused } from '../refused.js';

/** Reads a mapping. Refuses with the first place that does not fit. */
export function readMapping(text: string): TemplateMapping {
  const document = parseDocument(text, { schema: 'core' });
  const [fault] = document.errors;
  if (fault) {
    const line = fault.linePos?.[0].line;
    throw new Refused(
      'BAD-INPUT',
      `様式の対応表を読めません（${line === undefined ? 'YAMLではありません' : `${line}行目`}）。配布元のファイルをもう一度受け取ってください。`,
    );
  }
  const parsed = templateMapping.safeParse(contentOf(document));
  const problems = parsed.success
    ? [...mappingProblems(parsed.data), ...fieldProblems(parsed.data)]
    : problemsOf(parsed.error);
  const [first] = problems;
  if (parsed.success && !first) return parsed.data;
  const rest = problems.length > 1 ? `（ほか${problems.length - 1}か所）` : '';
  const at = first === undefined || first.path === '' ? '' : `${first.path}：`;
  throw new Refused('BAD-INPUT', `様式の対応表に合わないところがあります。${at}${first?.ja ?? ''}${rest}`);
}

/** Anchors and aliases have no place in a mapping; nothing takes theirs. */
function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** A mapping as the text of its file, its keys always in the same order. */
export function mappingText(mapping: TemplateMapping): string {
  const heading = ` ${FORMS[mapping.form]}（${mapping.fiscalYear}年度）の対応表`;
  return `#${heading}\n${stringify(templateMapping.parse(mapping), { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
