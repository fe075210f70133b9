import { type ReactNode, useRef } from 'react';
import { Button } from '../ui/button.js';
import { useCaseFiles } from './use-case-files.js';

type FileChooser = { readonly input: ReactNode; readonly choose: () => void };

/** Opens the file chooser; the chosen case file is taken over. `input` must stand somewhere on the screen. */
export function useFileChooser(): FileChooser {
  const { takeFile } = useCaseFiles();
  return useFilePicker({
    label: '講習会ファイル',
    accept: '.json,application/json',
    onFile: (file) => void takeFile(file),
  });
}

/** Opens the file chooser for files of another kind. `input` must stand somewhere on the screen. */
export function useFilePicker({
  label,
  accept,
  onFile,
}: {
  readonly label: string;
  /** As the attribute of the same name: `.csv,.xlsx`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}): FileChooser {
  const element = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={element}
      type="file"
      accept={accept}
      hidden
      aria-label={label}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        // The same file may be chosen again after it was put right.
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
  );
  return { input, choose: () => element.current?.click() };
}

/** ファイルを選ぶ as a button. */
export function FileButton({ children, icon }: { readonly children: ReactNode; readonly icon?: ReactNode }): ReactNode {
  const { input, choose } = useFileChooser();
  return (
    <>
      <Button icon={icon} onClick={choose}>
        {children}
      </Button>
      {input}
    </>
  );
}
