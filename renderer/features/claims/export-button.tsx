import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { papersOf } from '../../../shared/forms/papers.js';
import { useWritePapers } from '../../desk/use-write-papers.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import type { Claims } from './use-claims.js';

/** Excelへ: the application or the report, whichever the lines belong to; all other papers are found under 書類. */
export function ExportButton({ claims }: { readonly claims: Claims }): ReactNode {
  const { courseId, value, facts, book } = claims;
  const { write, writing } = useWritePapers();
  const papers = papersOf(facts)
    .slice(0, 1)
    .map(({ id }) => id);
  return (
    <>
      <Button
        icon={<IconDownload size={16} aria-hidden="true" />}
        disabled={writing !== undefined}
        onClick={() => void write({ courseId, value, book, papers, format: 'xlsx', forSubmission: false })}
      >
        Excelへ
      </Button>
      {writing !== undefined && (
        <div className="claims-progress">
          <Progress ja="Excelに書き出しています" />
        </div>
      )}
    </>
  );
}
