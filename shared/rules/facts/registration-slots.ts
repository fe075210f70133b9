/** 登録期: the two registration days of a year, and until when an 免除・免除申請 must be completed for them. */
import { endOfMonth, isoDate, type IsoDate, isRealDate } from '../../dates.js';
import { MissingFigure } from '../engine/figure.js';
import type { ReadFigure } from './due-dates.js';

export type RegistrationSlot = {
  /** 登録日. */
  readonly registersOn: IsoDate;
  /** Last day on which the application may be completed. */
  readonly completedBy: IsoDate;
};

const KEYS = [
  { day: 'exemption.registration.spring', completedBy: 'exemption.registration.springCompletedBy' },
  { day: 'exemption.registration.autumn', completedBy: 'exemption.registration.autumnCompletedBy' },
] as const;

/** 4月1日, 11月末日. */
const MONTH_DAY = /^([1-9]|1[0-2])月(?:([1-9]|[12]\d|3[01])日|末日)$/;

/** The slot of a registration day; undefined for a day on which nobody is registered. */
export function registrationSlot(registersOn: IsoDate, figure: ReadFigure): RegistrationSlot | undefined {
  return slotsOf(Number(registersOn.slice(0, 4)), registersOn, figure).find((slot) => slot.registersOn === registersOn);
}

/** The first slot for which an application completed on a day is in time. */
export function slotFor(completedOn: IsoDate, figure: ReadFigure): RegistrationSlot | undefined {
  const year = Number(completedOn.slice(0, 4));
  return [year, year + 1, year + 2]
    .flatMap((own) => slotsOf(own, completedOn, figure))
    .sort((a, b) => (a.registersOn < b.registersOn ? -1 : 1))
    .find((slot) => completedOn <= slot.completedBy);
}

/** The registration days of a calendar year; `day` is only named where a figure cannot be read. */
function slotsOf(year: number, day: IsoDate, figure: ReadFigure): RegistrationSlot[] {
  return KEYS.map((keys) => {
    const registersOn = dayOf(year, figure(keys.day));
    const completedBy = dayOf(year, figure(keys.completedBy));
    if (registersOn === undefined) throw new MissingFigure(keys.day, day);
    if (completedBy === undefined) throw new MissingFigure(keys.completedBy, day);
    if (completedBy < registersOn) return { registersOn, completedBy };
    // 前年の11月末日: a day that would come after the registration is that of the year before.
    return { registersOn, completedBy: dayOf(year - 1, figure(keys.completedBy)) ?? completedBy };
  });
}

function dayOf(year: number, text: string): IsoDate | undefined {
  const match = MONTH_DAY.exec(text);
  if (!match) return undefined;
  const month = Number(match[1]);
  if (match[2] === undefined) return endOfMonth(isoDate(year, month, 1));
  const day = isoDate(year, month, Number(match[2]));
  return isRealDate(day) ? day : undefined;
}
