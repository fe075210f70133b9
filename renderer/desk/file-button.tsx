import { type ReactNode, useRef } from 'react';
import { Button } from '../ui/button.js';
import { useCaseFiles } from './use-case-files.js';

/** Opens the file chooser; the chosen case file is taken over. `input` must stand somewhere on the screen. */
export function useFileChooser(): { readonly input: ReactNode; readonly choose: () => void } {
  const { takeFile } = useCaseFiles();
  const element = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={element}
      type="file"
      accept=".json,application/json"
      hidden
      aria-label="講習会ファイル"
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        // The same file may be chosen again after it was put right.
        event.target.value = '';
        if (file) void takeFile(file);
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
