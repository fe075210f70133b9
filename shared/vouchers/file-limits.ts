/**
 * 証憑ファイルの大きさ: what the host keeps and the package prints. Limits of the program, not of the guide: a photo of a
 * phone has 3–8 MB and 12–50 million pixels.
 */
export const KEPT_FILE_LIMITS = {
  bytes: 25 * 1024 * 1024,
  /** Width × height of a picture. */
  pixels: 120_000_000,
  /** The same for a PNG whose rows are woven: it can only be unfolded as a whole. */
  wovenPixels: 40_000_000,
  /** Width or height of a picture: nothing decodes more. */
  side: 30_000,
  /** Pages of one PDF. */
  pages: 500,
} as const;
