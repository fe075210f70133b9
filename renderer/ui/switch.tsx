import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './switch.css';
import { classNames } from './class-names.js';

type Option<T extends string> = { readonly value: T; readonly ja: ReactNode };

/** 切替: one of a few views. Left and right arrows choose, as in a group of radio buttons. */
export function Switch<T extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}): ReactNode {
  return <ChoiceRow className="switch" label={label} value={value} options={options} onChoose={onChoose} />;
}

/** 絞り込み: full-round pills with sign, word and count. */
export function PillFilter<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}): ReactNode {
  return <ChoiceRow className="pills" {...props} />;
}

function ChoiceRow<T extends string>({
  className,
  label,
  value,
  options,
  onChoose,
}: {
  readonly className: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}): ReactNode {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const index = options.findIndex((option) => option.value === value);
    const nextIndex = (index + step + options.length) % options.length;
    const next = options[nextIndex];
    if (!next) return;
    onChoose(next.value);
    group.current?.querySelectorAll('button')[nextIndex]?.focus();
  };
  return (
    <div ref={group} className={className} role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={classNames(`${className}-option`, option.value === value && `${className}-chosen`)}
          onClick={() => onChoose(option.value)}
        >
          {option.ja}
        </button>
      ))}
    </div>
  );
}
