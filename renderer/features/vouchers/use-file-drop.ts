/** Files that are dragged over the window or pasted into it. */
import { useEffect, useEffectEvent, useState } from 'react';

type Options = {
  readonly isOff: boolean;
  /** The row or place under the pointer that would take the files; `undefined` for the whole list. */
  readonly keyAt: (element: Element) => string | undefined;
  readonly onFiles: (files: readonly File[], key: string | undefined) => void;
};

/** What a drag is over: `undefined` while nothing is dragged. */
export type Dragging = { readonly key: string | undefined };

/** Takes drops and pastes anywhere in the window; a file dropped beside the screen would otherwise replace it. */
export function useFileDrop({ isOff, keyAt, onFiles }: Options): Dragging | undefined {
  const [dragging, setDragging] = useState<Dragging>();
  const find = useEffectEvent((event: DragEvent) =>
    event.target instanceof Element ? keyAt(event.target) : undefined,
  );
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isOff ? 'none' : 'copy';
      if (isOff) return;
      const key = find(event);
      setDragging((before) => (before && before.key === key ? before : { key }));
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the window the drag goes on.
      if (event.relatedTarget === null) setDragging(undefined);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(undefined);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!isOff && files.length > 0) take(files, find(event));
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (isOff || files.length === 0) return;
      event.preventDefault();
      take(files.map(namedPaste), undefined);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [isOff]);
  return dragging;
}

/** A copied picture has no name of its own: the browser calls all of them image.png. */
function namedPaste(file: File): File {
  return file.name === 'image.png' ? new File([file], '貼り付けた画像.png', { type: file.type }) : file;
}
