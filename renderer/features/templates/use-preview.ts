import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/ipc/contract.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { OwnWords } from '../../../shared/model/store/own-words.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { TemplateMapping } from '../../../shared/templates/mapping.js';
import type { TemplatePreview } from '../../../shared/templates/preview.js';
import { useDesk } from '../../desk/desk-context.js';

export type Preview =
  | { readonly kind: 'reading'; readonly last?: TemplatePreview | undefined }
  | { readonly kind: 'there'; readonly preview: TemplatePreview }
  | { readonly kind: 'refused'; readonly error: Refusal };

/** What filling the form would write now; asked for only while it is looked at. */
export function usePreview(order: {
  readonly template: string;
  readonly mapping: TemplateMapping | undefined;
  readonly value: Case;
  readonly book: Rulebook;
  readonly words: OwnWords | undefined;
  readonly isWanted: boolean;
}): Preview {
  const { template, mapping, value, book, words, isWanted } = order;
  const { host } = useDesk();
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly preview: Preview }>();
  useEffect(() => {
    if (!isWanted || !mapping) return undefined;
    let isCurrent = true;
    const own = words === undefined ? {} : { words };
    void host.call('preview-template', { template, mapping, case: value, book: book.file, ...own }).then((answer) => {
      if (!isCurrent) return;
      const preview: Preview = answer.ok
        ? { kind: 'there', preview: answer.value }
        : { kind: 'refused', error: answer.error };
      setFound({ of: [template, mapping, value, book, words], preview });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, template, mapping, value, book, words, isWanted]);
  const isNow = [template, mapping, value, book, words].every((own, index) => own === found?.of[index]);
  if (found && isNow) return found.preview;
  return { kind: 'reading', last: found?.preview.kind === 'there' ? found.preview.preview : undefined };
}
