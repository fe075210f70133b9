/** What speaks against evidence, before it is put under a rule. */

export type Objection = {
  /**
   * Absent: the condition is not met. `entry`: something is not recorded. `body`: only the body that gave the
   * qualification can say; gone as soon as its answer is recorded.
   */
  readonly doubt?: 'entry' | 'body';
  readonly messageJa: string;
  readonly remedyJa: string;
  /** The paper that would meet it, where one is only missing. */
  readonly paperJa?: string;
};

export function unmet(messageJa: string, remedyJa: string): Objection {
  return { messageJa, remedyJa };
}

/** Not met until a paper is there. */
export function unproven(messageJa: string, remedyJa: string, paperJa: string): Objection {
  return { messageJa, remedyJa, paperJa };
}

export function notRecorded(messageJa: string, remedyJa: string): Objection {
  return { doubt: 'entry', messageJa, remedyJa };
}

export function toBeAsked(messageJa: string, remedyJa: string): Objection {
  return { doubt: 'body', messageJa, remedyJa };
}
