/**
 * Makes 証憑一式 of many large photos in a process of its own and says how long it took and how much memory it needed:
 * `own` through the calls of the program, `plain` by @cantoo/pdf-lib putting the same photos into one PDF in memory.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { dispatch } from '../../electron/dispatch.js';
import { hostOn } from '../../electron/host.js';
import type { Answer, CallOutput } from '../../shared/ipc/contract.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Picture } from '../../shared/vouchers/picture.js';

export type Packaged = {
  readonly milliseconds: number;
  /** The most that the process ever held at once. */
  readonly megabytes: number;
  /** Of the files that were written. */
  readonly written: number;
};

type Order = { readonly value: Case; readonly pictures: readonly Picture[]; readonly folder: string };

const [, , mode, orderPath = ''] = process.argv;
const order = JSON.parse(readFileSync(orderPath, 'utf8')) as Order;
const start = performance.now();
const written = mode === 'own' ? await own(order) : await plain(order);
const milliseconds = performance.now() - start;
const megabytes = peakMegabytes();
process.stdout.write(JSON.stringify({ milliseconds, megabytes, written } satisfies Packaged));

/** On Linux the peak that the system tells for a child begins with that of its parent; its own stands here. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

async function own({ value, pictures, folder }: Order): Promise<number> {
  const host = hostOn({
    kind: 'cli',
    version: '0.0.0',
    dataDir: folder,
    outputDir: join(folder, 'own'),
    showInFolder: async () => undefined,
    openFile: async () => false,
  });
  const begun = (await dispatch('start-voucher-package', { case: value, pictures }, host)) as Answer<
    CallOutput<'start-voucher-package'>
  >;
  if (!begun.ok) throw new Error(begun.error.messageJa);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const state = host.jobs.state(begun.value.job);
    if (state.kind === 'working') continue;
    if (state.kind !== 'done') throw new Error(JSON.stringify(state));
    return state.files.reduce((sum, file) => sum + file.bytes, 0);
  }
}

async function plain({ pictures, folder }: Order): Promise<number> {
  const document = await PDFDocument.create();
  for (const { sha256 } of pictures) {
    const image = await document.embedJpg(readFileSync(join(folder, 'files', sha256.slice(0, 2), sha256)));
    const page = document.addPage([595.28, 841.89]);
    page.drawImage(image, { x: 34, y: 94, ...image.scaleToFit(527, 677) });
  }
  const bytes = await document.save();
  mkdirSync(join(folder, 'plain'), { recursive: true });
  writeFileSync(join(folder, 'plain', 'plain.pdf'), bytes);
  return bytes.length;
}
