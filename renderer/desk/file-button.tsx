import { type ReactNode, type Ref, useRef } from 'react';
import { Button } from '../ui/button.js';
import { useCaseFiles } from './use-case-files.js';

/** ファイルを選ぶ: opens the file chooser and takes the chosen case over. */
export function FileButton({
  children,
  icon,
  buttonRef,
}: {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly buttonRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const { takeFile } = useCaseFiles();
  const own = useRef<HTMLInputElement>(null);
  const choose = (): void => own.current?.click();
  return (
    <>
      <Button icon={icon} onClick={choose}>
        {children}
      </Button>
      <input
        ref={(element) => {
          own.current = element;
          if (typeof buttonRef === 'function') buttonRef(element);
          else if (buttonRef) buttonRef.current = element;
        }}
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
    </>
  );
}
