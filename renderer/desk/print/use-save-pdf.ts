import { useState } from 'react';
import { useToast } from '../../ui/toast.js';
import { useDesk } from '../desk-context.js';
import { useRefusal } from '../refusal.js';
import type { PrintOrder } from './print-order.js';
import { callInput } from './use-drawn-papers.js';

/** PDFを保存: one PDF per paper beside the other written files; nothing is overwritten. */
export function useSavePdf(order: PrintOrder): { readonly save: () => Promise<void>; readonly isSaving: boolean } {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const answer = await host.call('write-workbooks', { ...callInput(order), format: 'pdf' });
    setSaving(false);
    if (!answer.ok) {
      const { code, detail, messageJa } = answer.error;
      refuse({
        title: 'PDFを保存できませんでした',
        safeJa: messageJa,
        code,
        ...(detail === undefined ? {} : { subject: detail }),
        ways: [{ ja: 'もう一度保存する', shortcut: 'Enter', onChoose: () => void save() }],
      });
      return;
    }
    const [first, ...others] = answer.value.files;
    if (!first) return;
    toast({
      ja: `${first.name}${others.length > 0 ? ` ほか${others.length}件` : ''} を保存しました`,
      action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: first.id }) },
    });
  };
  return { save, isSaving };
}
