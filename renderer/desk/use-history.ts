import { useMemo } from 'react';
import { useToast } from '../ui/toast.js';
import { useDesk } from './desk-context.js';

/** 元に戻す and やり直す, each with a toast that says what happened and offers the way back. */
export function useHistory(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const { door } = useDesk();
  const toast = useToast();
  return useMemo(() => {
    const undo = async (): Promise<void> => {
      const recorded = await door.undo();
      if (!recorded.ok) return;
      if (!recorded.change) {
        toast({ ja: '元に戻す変更はもうありません' });
        return;
      }
      toast({
        ja: `元に戻しました：${recorded.change.labelJa}`,
        endsWithNextChange: true,
        action: { ja: 'やり直す', shortcut: 'Ctrl+Y', onChoose: () => void redo() },
      });
    };
    const redo = async (): Promise<void> => {
      const recorded = await door.redo();
      if (!recorded.ok) return;
      if (!recorded.change) {
        toast({ ja: 'やり直す変更はありません' });
        return;
      }
      toast({
        ja: `やり直しました：${recorded.change.labelJa}`,
        endsWithNextChange: true,
        action: { ja: '元に戻す', shortcut: 'Ctrl+Z', onChoose: () => void undo() },
      });
    };
    return { undo, redo };
  }, [door, toast]);
}
