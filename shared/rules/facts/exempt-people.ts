/** Who is exempt from a subject: a doubtful exemption is none yet. */
type Judged = { readonly participantId: string; readonly subject: string; readonly result: string };

/** IDs of the participants whom at least one judged exemption frees from `subject`. */
export function exemptPeople<J extends Judged>(
  judged: ReadonlyMap<string, J>,
  subject: J['subject'],
): ReadonlySet<string> {
  const own = [...judged.values()].filter((one) => one.subject === subject && one.result === 'exempt');
  return new Set(own.map(({ participantId }) => participantId));
}
