import { IconShield, IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { clockJa } from '../../shared/dates.js';
import type { SaveState } from '../db/save-state.js';
import { useDesk } from '../desk/desk-context.js';

/** 保存済み is said only when database and journal both hold the last change. */
export function SaveStatus(): ReactNode {
  const { journal } = useDesk();
  const state = useSyncExternalStore(journal.state.subscribe, journal.state.get);
  const shown = useSettled(state);
  return (
    <div className={`save-status save-${shown.kind}`} role="status" aria-live="polite" data-state={state.kind}>
      <Sign state={shown} />
      <span>{words(shown)}</span>
    </div>
  );
}

const FLICKER_MS = 400;

/** 保存中 shows only where saving takes its time; a write of some milliseconds does not make the bar flicker. */
function useSettled(state: SaveState): SaveState {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    const timer = setTimeout(() => setShown(state), state.kind === 'saving' ? FLICKER_MS : 0);
    return () => clearTimeout(timer);
  }, [state]);
  return shown;
}

function Sign({ state }: { readonly state: SaveState }): ReactNode {
  if (state.kind === 'saved') return <IconShieldCheck size={16} stroke={1.6} aria-hidden="true" />;
  if (state.kind === 'saving') return <IconShield size={16} stroke={1.6} aria-hidden="true" />;
  return <IconShieldExclamation size={16} stroke={1.8} aria-hidden="true" />;
}

function words(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === undefined ? 'このパソコンに保存' : `保存済み ${clockOf(state.at)}`;
    case 'saving':
      return '保存中';
    case 'failing':
      return `保存できません　${state.reasonJa}`;
  }
}

function clockOf(at: Date): string {
  return clockJa(at.getHours() * 60 + at.getMinutes());
}
