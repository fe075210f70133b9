import type { ReactNode } from 'react';
import type { Recorded } from '../../db/changes.js';
import { clockJa } from '../../../shared/dates.js';
import type { Room } from '../../../shared/model/case/venue.js';
import { grouped } from '../../../shared/money.js';
import { parseWholeNumber } from '../../../shared/text.js';
import { Field } from '../../ui/field.js';
import { readClock } from '../../ui/read-clock.js';
import { type Reading, useEntry } from '../../ui/use-entry.js';

type Slot = NonNullable<Room['slots']>[number];

/** One slot as it is typed: `午前 9:00-12:00 3000`. */
const SLOT = /^(\S+)\s+(\S+?)\s*[-–〜~～]\s*(\S+)\s+(\S+)$/u;

/** 区分 of a room priced by slot, one per line. */
export function readSlots(text: string): Reading<Slot[] | undefined> {
  const lines = text
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const slots = lines.map(readSlot);
  const bad = slots.findIndex((slot) => slot === undefined);
  if (bad !== -1) return { ok: false, ja: `「${lines[bad]}」は「午前 9:00-12:00 3000」のように入れてください` };
  return { ok: true, value: slots.length === 0 ? undefined : slots.filter((slot) => slot !== undefined) };
}

function readSlot(line: string): Slot | undefined {
  const [, name, from, to, amount] = SLOT.exec(line) ?? [];
  if (name === undefined || from === undefined || to === undefined || amount === undefined) return undefined;
  const start = readClock(from);
  const end = readClock(to);
  const price = parseWholeNumber(amount);
  return start === undefined || end === undefined || price === undefined || price < 0
    ? undefined
    : { name, start, end, price };
}

export function showSlots(slots: readonly Slot[] | undefined): string {
  return (slots ?? [])
    .map(({ name, start, end, price }) => `${name} ${clockJa(start)}-${clockJa(end)} ${grouped(price)}`)
    .join('\n');
}

/** The slots as a few lines of text: the quickest way to type a price list. */
export function RoomSlots({
  room,
  onChange,
}: {
  readonly room: Room;
  readonly onChange: (slots: Slot[] | undefined) => Promise<Recorded>;
}): ReactNode {
  const entry = useEntry<Slot[] | undefined>({
    value: room.slots,
    show: showSlots,
    read: readSlots,
    onCommit: onChange,
    multiline: true,
  });
  return (
    <Field label={`${room.nameJa}の区分`} labelHidden problem={entry.problem}>
      {(wiring) => (
        <textarea
          {...wiring}
          {...entry.inputProps}
          className="input input-lines"
          rows={Math.max(2, room.slots?.length ?? 0)}
          placeholder="午前 9:00-12:00 3000"
        />
      )}
    </Field>
  );
}
