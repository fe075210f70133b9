/**
 * The small shapes every record is made of, with the words a person reads when a value does not fit.
 * Lengths are capped so that a hostile file cannot grow without bound; the caps lie far beyond any real use.
 */
import { z } from 'zod';
import { isRealDate } from '../dates.js';

/** `[A-Za-z0-9_-]{1,40}`, unique within its list. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/)
  .meta({ id: 'id' });

/** Whole yen, tax included unless a field says otherwise. */
export const yen = z.int().min(0).max(999_999_999).meta({ id: 'yen' });

/** Tenths of a kilometre: 99.9 km = 999. */
export const km10 = z.int().min(0).max(99_999).meta({ id: 'km10', description: 'tenths of a km' });

/** A calendar date `YYYY-MM-DD` that exists. */
export const date = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, { abort: true })
  .refine(isRealDate, { params: { code: 'notADate' } })
  .meta({ id: 'date', format: 'date' });

/** Minutes since midnight; up to 1560 for an arrival after midnight. */
export const clock = z.int().min(0).max(1560).meta({ id: 'clock', description: 'minutes since midnight' });

export const count = z.int().min(0).max(1_000_000_000);
export const positive = z.int().min(1).max(1_000_000_000);
export const year = z.int().min(2000).max(2100);

/** A rulebook: `R3`. */
export const bookId = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);

/** 都道府県コード 01–47. */
export const prefecture = z.string().regex(/^(0[1-9]|[1-3][0-9]|4[0-7])$/);

/** Free text; may be empty. */
export const text = z.string().max(10_000);
/** A name or a word that must be there. */
export const word = z.string().min(1).max(10_000);

export const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);
