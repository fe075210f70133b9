import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PaperOrder } from '../../desk/use-write-papers.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';

type Props = {
  readonly forSubmission: boolean;
  readonly onForSubmission: (forSubmission: boolean) => void;
  readonly canWrite: boolean;
  readonly writing: PaperOrder | undefined;
  readonly onPreview: () => void;
  readonly onPdf: () => void;
  readonly onExcel: () => void;
};

/** 提出用 or not, and the ways in which the chosen paper leaves the screen. */
export function PaperTools(props: Props): ReactNode {
  const { forSubmission, onForSubmission, canWrite, writing } = props;
  return (
    <div className="tool-bar papers-tools" data-region="tools">
      <label className="check">
        <input
          type="checkbox"
          checked={forSubmission}
          onChange={(event) => onForSubmission(event.currentTarget.checked)}
        />
        <span>
          提出用<span className="second papers-tools-note">（数式を値にし、控えのシートを除く）</span>
        </span>
      </label>
      <span className="gap" />
      <Button
        icon={<IconPrinter size={16} aria-hidden="true" />}
        shortcut="Ctrl+P"
        disabled={!canWrite}
        onClick={props.onPreview}
      >
        印刷プレビュー
      </Button>
      <Button icon={<IconFileTypePdf size={16} aria-hidden="true" />} disabled={!canWrite} onClick={props.onPdf}>
        PDFへ
      </Button>
      <Button
        kind="main"
        icon={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        shortcut="Ctrl+Enter"
        disabled={!canWrite}
        onClick={props.onExcel}
      >
        Excelへ
      </Button>
      {writing === undefined ? null : (
        <div className="papers-progress">
          <Progress ja={writing.format === 'pdf' ? 'PDFに書き出しています' : 'Excelに書き出しています'} />
        </div>
      )}
    </div>
  );
}
