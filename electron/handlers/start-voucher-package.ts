import { acceptCase } from '../accept-case.js';
import type { Handler } from '../handler.js';
import { acceptBook, rulebook } from '../rulebooks.js';

/** Begins 証憑一式 of a course; the case and the book are checked before the answer. */
export const startVoucherPackage: Handler<'start-voucher-package'> = async ({ pictures, ...input }, host) => {
  const value = acceptCase(input.case);
  const book = input.book === undefined ? rulebook(value.ruleSet) : acceptBook(input.book);
  // The fonts and the writers of PDF and Excel take longer to load than everything else, and only this needs them all.
  const { makePackage } = await import('../voucher-package/make-package.js');
  return { job: host.jobs.start((control) => makePackage({ value, book, pictures }, host, control)) };
};
