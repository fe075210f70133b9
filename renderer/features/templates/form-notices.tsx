import type { ReactNode } from 'react';
import type { FormId, TemplateMapping } from '../../../shared/templates/mapping.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { Difference } from './fingerprints.js';
import { mappingNameJa } from './known-mappings.js';

/** What has to be known before anything is tied: another form than was mapped, or one that is known already. */
export function FormNotices({
  form,
  difference,
  known,
  onReseal,
  onTake,
  onGo,
}: {
  readonly form: FormId;
  readonly difference: Difference | undefined;
  readonly known: readonly TemplateMapping[];
  readonly onReseal: () => void;
  readonly onTake: (mapping: TemplateMapping) => void;
  readonly onGo: (form: FormId) => void;
}): ReactNode {
  const [first] = known;
  const { missing = [], changed = [] } = difference ?? {};
  return (
    <>
      {missing.length > 0 ? (
        <p className="forms-notice" role="status">
          <FindingMark mark="confirm" />
          対応表にあるシート「{missing.join('」「')}」が、この様式にありません。様式の種類と年度を確かめてください。
        </p>
      ) : null}
      {changed.length > 0 ? (
        <p className="forms-notice" role="status">
          <FindingMark mark="confirm" />
          <span>
            シート「{changed.join('」「')}
            」の見出しか結合が、対応表を作ったときと違います。セルの位置を確かめるまで書き込めません。
          </span>
          <Button size="small" onClick={onReseal}>
            位置を確かめた。この様式に合わせる
          </Button>
        </p>
      ) : null}
      {first ? (
        <p className="forms-notice" role="status">
          <span>この様式は、{mappingNameJa(first)}の対応表に合います。</span>
          {first.form === form ? (
            <Button size="small" onClick={() => onTake(first)}>
              この対応表を使う
            </Button>
          ) : (
            <>
              <Button size="small" onClick={() => onTake(first)}>
                この対応表を写して使う
              </Button>
              <Button size="small" kind="bare" onClick={() => onGo(first.form)}>
                その様式へ移る
              </Button>
            </>
          )}
        </p>
      ) : null}
    </>
  );
}
