/** A host in memory: a journal that keeps changes as JSON, as the real one keeps lines of a file. */
import type { Answer, CallInput, CallName, CallOutput, Refusal } from '../../shared/ipc/contract.js';
import type { Change } from '../../shared/model/change.js';
import type { Host } from '../../renderer/host.js';

export class FakeHost implements Host {
  storeId: string | null = null;
  lines: string[] = [];
  /** While set, the journal refuses to append. */
  broken: Refusal | undefined;

  get changes(): Change[] {
    return this.lines.map((line) => JSON.parse(line) as Change);
  }

  readonly call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>> => {
    await Promise.resolve();
    return this.#answer(name, input) as Answer<CallOutput<N>>;
  };

  #answer(name: CallName, input: unknown): Answer<unknown> {
    switch (name) {
      case 'read-rulebooks':
        return { ok: true, value: { books: [] } };
      case 'journal-state':
        return { ok: true, value: { storeId: this.storeId, lastSeq: this.lines.length } };
      case 'append-journal':
        return this.#append(input as CallInput<'append-journal'>);
      case 'read-journal': {
        const { from, limit } = input as CallInput<'read-journal'>;
        const changes = this.changes.slice(from - 1, from - 1 + limit);
        return { ok: true, value: { storeId: this.storeId, changes, lastSeq: this.lines.length } };
      }
      default:
        return { ok: false, error: { code: 'UNKNOWN-CALL', messageJa: name } };
    }
  }

  #append({ storeId, changes }: CallInput<'append-journal'>): Answer<unknown> {
    if (this.broken) return { ok: false, error: this.broken };
    if (this.storeId !== null && this.storeId !== storeId) {
      return { ok: false, error: { code: 'JOURNAL-OTHER-STORE', messageJa: '別の控えです' } };
    }
    for (const change of changes) {
      if (change.seq !== this.lines.length + 1) {
        return { ok: false, error: { code: 'JOURNAL-GAP', messageJa: '番号が飛んでいます' } };
      }
      this.lines.push(JSON.stringify(change));
    }
    this.storeId = storeId;
    return { ok: true, value: { lastSeq: this.lines.length } };
  }
}
