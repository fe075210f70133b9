/** Path of an installed Chromium, Chrome or Edge. */
export function findChromium(): string | undefined;
/** The same; installs one on Debian as root, ends the process where none can be had. */
export function ensureChromium(): string;
