/** The voucher that another screen sends to: chosen when the list of its course opens. */
let wanted: { readonly courseId: string; readonly key: string } | undefined;

export function wantVoucher(courseId: string, voucherId: string): void {
  wanted = { courseId, key: `voucher ${voucherId}` };
}

/** The row that was asked for, until it was taken or another list opened. */
export function wantedKey(courseId: string): string | undefined {
  return wanted?.courseId === courseId ? wanted.key : undefined;
}

export function forgetWanted(): void {
  wanted = undefined;
}
