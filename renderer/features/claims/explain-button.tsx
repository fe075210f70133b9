import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePrintPreview } from '../../desk/print-preview.js';
import { Button } from '../../ui/button.js';
import type { Claims } from './use-claims.js';

const PAPERS = ['explanation'];

/** 査定の説明書 of the claim, or of some of its lines, laid out to be read and printed. */
export function useExplanation(claims: Claims): (lines?: readonly string[]) => void {
  const preview = usePrintPreview();
  const { courseId, value, book } = claims;
  return (lines) =>
    preview.open({
      titleJa: '査定の説明書',
      courseId,
      value,
      book,
      papers: PAPERS,
      ...(lines === undefined ? {} : { lines }),
    });
}

/** 説明を印刷: why money was cut or waits, of all lines. */
export function ExplainButton({ claims }: { readonly claims: Claims }): ReactNode {
  const explain = useExplanation(claims);
  if (!claims.facts.isCommissioned) return null;
  return (
    <Button icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => explain()}>
      説明を印刷
    </Button>
  );
}
