import type { Refusal } from '../shared/ipc/contract.js';

/** 受け付けられない: a refusal with its code, plain Japanese words and a way on. Nothing was half done when it is thrown. */
export class Refused extends Error {
  constructor(
    readonly code: Refusal['code'],
    readonly messageJa: string,
    readonly detail?: string,
  ) {
    super(`${code}${detail === undefined ? '' : ` ${detail}`}`);
    this.name = 'Refused';
  }

  /** The refusal as it travels to the screens. */
  get refusal(): Refusal {
    const { code, messageJa, detail } = this;
    return detail === undefined ? { code, messageJa } : { code, messageJa, detail };
  }
}

/** What the screens are told of a fault of the program, wherever it happened. */
export const FAULT: Refusal = new Refused(
  'FAULT',
  '講習会デスクの中で思わぬことが起きました。データはそのままです。もう一度お試しください。',
).refusal;
