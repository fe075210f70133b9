/** 証憑の画像: one photo, scan or PDF of a voucher. Its bytes lie at the host under their SHA-256 and are never changed. */
import { z } from 'zod';
import { id } from '../model/primitives.js';

export const pictureType = z.enum(['image/jpeg', 'image/png', 'application/pdf']);
export type PictureType = z.infer<typeof pictureType>;

/** 64 hexadecimal digits, small. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** Thousandths of the width or of the height of the picture as it stands after turning. */
const thousandths = z.int().min(0).max(1000);

export const picture = z.strictObject({
  id,
  courseId: id,
  sha256,
  /** File name as it came. */
  nameJa: z.string().min(1).max(255),
  type: pictureType,
  bytes: z.int().min(1),
  /** Pages of a PDF; 1 for a picture. */
  pages: z.int().min(1).max(10_000),
  /** The voucher it shows; absent while it is 未整理. */
  voucherId: id.optional(),
  /** Order among the pictures of its voucher, or among those that are 未整理. */
  order: z.number(),
  /** Turned clockwise for reading, on top of what the file itself says. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** The part that is shown and printed; absent = all of it. Not for a PDF. */
  crop: z
    .strictObject({ left: thousandths, top: thousandths, width: thousandths.min(1), height: thousandths.min(1) })
    .optional(),
  /** Middle of the number on the picture as it is shown and printed; absent = above the picture, at the right. */
  stamp: z.strictObject({ x: thousandths, y: thousandths }).optional(),
});
export type Picture = z.infer<typeof picture>;
