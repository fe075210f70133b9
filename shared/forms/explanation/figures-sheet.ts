/** 使った値: every figure that the explained reasons read, with the document and the place where it stands. */
import { citationText } from '../../rules/citation-text.js';
import type { Citation } from '../../rules/engine/figure.js';
import { header } from '../header.js';
import type { Paper } from '../paper.js';
import { type Column, SheetDraft } from '../sheet-draft.js';
import type { ExplainedLine } from './explained-line.js';

const COLUMNS = [
  { key: 'label', headJa: '値', width: 32, format: 'text', wrap: true },
  { key: 'value', headJa: '基準の値', width: 15, format: 'text', align: 'right', wrap: true },
  { key: 'place', headJa: '書かれているところ', width: 20, format: 'text', wrap: true },
  { key: 'document', headJa: '文書', width: 20, format: 'text', wrap: true },
  { key: 'rules', headJa: '使った規則', width: 13, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

type Used = { readonly citation: Citation; readonly rules: Set<string> };

/** No sheet where no reason read a figure. */
export function figuresSheet(paper: Paper, lines: readonly ExplainedLine[]): SheetDraft | undefined {
  const used = usedFigures(lines);
  if (used.length === 0) return undefined;
  const draft = SheetDraft.for('使った値', 'portrait', COLUMNS);
  header(draft, '使った値', paper, true);
  draft.table<Key>(
    COLUMNS,
    used.map(({ citation, rules }) => () => ({
      label: citation.labelJa,
      value: citationText(citation),
      place: `${citation.at}${citation.decision ? '\n（当方の読み方）' : ''}`,
      document: citation.sourceJa,
      rules: [...rules].join('\n'),
    })),
  );
  if (used.some(({ citation }) => citation.decision)) {
    draft.gap();
    draft.text('当方の読み方：文書の書き方が一つに決まらないところを、この値と読んでいます。', 'small');
  }
  return draft;
}

/** Each figure once, in the order in which the reasons read them. */
function usedFigures(lines: readonly ExplainedLine[]): Used[] {
  const used = new Map<string, Used>();
  for (const { ruleId, citations } of lines.flatMap(({ reasons }) => reasons)) {
    for (const citation of citations) {
      const own = used.get(citation.key) ?? { citation, rules: new Set<string>() };
      own.rules.add(ruleId);
      used.set(citation.key, own);
    }
  }
  return [...used.values()];
}
