/** 一覧をExcelへ: a list written for others to edit. */
import { useMemo } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { contentOfList } from '../../../shared/import/keyed/list-content.js';
import type { KeyedList } from '../../../shared/import/keyed/keyed-list.js';
import { today } from '../../db/today.js';
import { useToast } from '../../ui/toast.js';
import { courseNameJa } from '../course-words.js';
import { useDesk } from '../desk-context.js';
import { useRefusal } from '../refusal.js';

/** Writes the list of a course and tells where it lies. */
export function useListFile(): <T extends { readonly id: string }>(value: Case, list: KeyedList<T>) => Promise<void> {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  return useMemo(
    () => async (value, list) => {
      const answer = await host.call('write-list', {
        content: contentOfList(list),
        organizationJa: value.organization.nameJa ?? value.organization.contractName,
        courseJa: courseNameJa(value.course),
        madeOn: today(),
      });
      if (!answer.ok) {
        refuse({
          title: answer.error.messageJa,
          ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
          safeJa: 'ファイルは書き出していません。入力した内容は保存されています。',
          code: answer.error.code,
        });
        return;
      }
      const [written] = answer.value.files;
      if (!written) return;
      toast({
        ja: `${written.name} を書き出しました。直したら「直した一覧を取り込む」で戻せます`,
        action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
      });
    },
    [host, toast, refuse],
  );
}
