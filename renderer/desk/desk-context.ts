import { createContext, useContext } from 'react';
import type { Desk } from '../db/open-desk.js';

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The opened desk; every screen stands below its provider. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk');
  return desk;
}
