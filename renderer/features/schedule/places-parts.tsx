import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, type RefCallback, useRef } from 'react';
import { Button } from '../../ui/button.js';

/** Head of one of the tables, with its way to add. */
export function PlacesHead({
  title,
  note,
  addJa,
  onAdd,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly addJa: string;
  readonly onAdd: (() => void) | undefined;
}): ReactNode {
  return (
    <header className="places-head">
      <h2>{title}</h2>
      {note === undefined ? null : <span className="caption">{note}</span>}
      <Button size="small" icon={<IconPlus size={14} aria-hidden="true" />} disabled={!onAdd} onClick={onAdd}>
        {addJa}
      </Button>
    </header>
  );
}

/** The row just added: its name takes the focus as soon as it is drawn, chosen whole, so that typing replaces it. */
export function useNewRow(): {
  readonly mark: (id: string) => void;
  readonly nameRef: (id: string) => RefCallback<HTMLInputElement>;
} {
  const added = useRef<string>(undefined);
  return {
    mark: (id) => {
      added.current = id;
    },
    nameRef: (id) => (input) => {
      if (!input || added.current !== id) return;
      added.current = undefined;
      input.focus();
      input.select();
    },
  };
}

/** The sign that removes a row. */
export function RemoveRow({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={label} onClick={onRemove}>
      <IconTrash size={16} stroke={1.6} aria-hidden="true" />
    </button>
  );
}
