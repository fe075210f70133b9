import type { Rule } from '../../engine/rule.js';
import { copyCount, copyEstimate, copyExpenseKind, copyPapers, copyPurpose, copyUnitPrice } from './copies.js';
import { equipmentConsumable, equipmentDates } from './equipment.js';
import { onlineDays, onlineMode, onlinePapers, onlineTotal } from './online.js';
import { roomEstimate, roomInvoice } from './room-papers.js';
import { cheaperSlots, longSlots } from './room-slots.js';
import { roomExam, roomGaps, roomLunch, roomTime } from './room-time.js';
import { extraRoom, ownFacility, prefectureOfVenue, publicFacility } from './room-use.js';

export const RENTAL_RULES: readonly Rule[] = [
  roomTime,
  roomLunch,
  longSlots,
  roomGaps,
  extraRoom,
  publicFacility,
  prefectureOfVenue,
  ownFacility,
  roomEstimate,
  roomInvoice,
  roomExam,
  cheaperSlots,
  equipmentConsumable,
  equipmentDates,
  copyCount,
  copyUnitPrice,
  copyExpenseKind,
  copyPurpose,
  copyPapers,
  copyEstimate,
  onlineTotal,
  onlineDays,
  onlineMode,
  onlinePapers,
];
