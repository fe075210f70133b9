/** Files in and out of this screen: the 様式 itself, and its mapping to be passed on. */
import { useMemo } from 'react';
import type { Refusal } from '../../../shared/ipc/contract.js';
import type { FormId, TemplateMapping } from '../../../shared/templates/mapping.js';
import { base64Of } from '../../desk/base64-of.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useTold } from '../../desk/use-changes.js';
import { useToast } from '../../ui/toast.js';
import { templateKey } from './kept-form.js';

export type FormFiles = {
  /** Takes a file as the 様式 of the form and year; the host keeps it. */
  readonly openForm: (file: File) => Promise<void>;
  /** Reads a mapping that somebody passed on; undefined where it is none, which is said. */
  readonly readMapping: (file: File) => Promise<TemplateMapping | undefined>;
  readonly writeMapping: (mapping: TemplateMapping) => Promise<void>;
};

const MOST_BYTES = 30_000_000;
const MOST_MAPPING = 5_000_000;

export function useFormFiles(form: FormId, fiscalYear: number): FormFiles {
  const { host, door } = useDesk();
  const refuse = useRefusal();
  const toast = useToast();
  const tell = useTold();
  return useMemo(() => {
    const refuseForm = (nameJa: string, error: Pick<Refusal, 'code' | 'messageJa'>): void =>
      refuse({
        title: 'この様式は使えません',
        subject: nameJa,
        safeJa: `${error.messageJa}元のファイルも、今ある対応表もそのままです。`,
        code: error.code,
      });
    return {
      openForm: async (file) => {
        if (file.size > MOST_BYTES) {
          refuseForm(file.name, { code: 'TOO-LARGE', messageJa: '30MBまでのファイルを使えます。' });
          return;
        }
        const answer = await host.call('read-template', { base64: await base64Of(file) });
        if (!answer.ok) {
          refuseForm(file.name, answer.error);
          return;
        }
        const { sha256 } = answer.value;
        await tell(
          door.record(`様式「${file.name}」を選びました`, async (draft) => {
            const shelf = await draft.shelf('settings');
            const nameJa = file.name.slice(0, 200);
            shelf.put(templateKey(form, fiscalYear), { kind: 'template', form, fiscalYear, sha256, nameJa });
          }),
        );
      },
      readMapping: async (file) => {
        const text = file.size > MOST_MAPPING ? undefined : await file.text();
        const answer = text === undefined ? undefined : await host.call('read-mapping', { text });
        if (answer?.ok) return answer.value.mapping;
        refuse({
          title: 'この対応表は読めません',
          subject: file.name,
          safeJa: `${answer?.error.messageJa ?? '対応表のファイルではありません。'}今ある対応表はそのままです。`,
          ...(answer ? { code: answer.error.code } : {}),
        });
        return undefined;
      },
      writeMapping: async (mapping) => {
        const answer = await host.call('write-mapping', { mapping });
        if (!answer.ok) {
          refuse({
            title: answer.error.messageJa,
            ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
            safeJa: 'ファイルは書き出していません。対応表は保存されています。',
            code: answer.error.code,
          });
          return;
        }
        const [written] = answer.value.files;
        if (!written) return;
        toast({
          ja: `対応表を ${written.name} に書き出しました（様式は入っていません）`,
          action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
        });
      },
    };
  }, [host, door, refuse, toast, tell, form, fiscalYear]);
}
