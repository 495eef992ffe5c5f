import type { DatabaseError } from 'pg';
import { asOneStatement } from './as-one-statement.ts';
import { appendEntries, type NewScoreEntry } from './appraisal/ledger.ts';
import type { Database } from './database.ts';
import { enqueueJobs, type Job } from './job/enqueue-jobs.ts';
import type { Statement } from './statement.ts';

/** Everything that one command changes. */
export type Change = {
  /** Events and state rows, in the order of their dependence. */
  readonly statements: readonly Statement[];
  readonly entries?: readonly NewScoreEntry[];
  readonly jobs?: readonly Job[];
};

export type Saved = { readonly ok: true } | { readonly ok: false; readonly conflict: string };

const UNIQUE_VIOLATION = '23505';

/**
 * Writes events, state rows, ledger entries and jobs in one transaction and one round trip. Returns the name of the
 * constraint where another writer was first (`event_pkey` for the same stream); throws on everything else.
 */
export async function saveChange(db: Pick<Database, 'writer'>, change: Change): Promise<Saved> {
  const { statements, entries = [], jobs = [] } = change;
  const all = [...statements, ...appendEntries(entries), ...(jobs.length === 0 ? [] : [enqueueJobs(jobs)])];
  const one = asOneStatement(all);
  const client = await db.writer.connect();
  let isBroken = true;
  try {
    const send = ({ name, text, values }: Statement) => client.query({ name, text, values: [...values] });
    const pending =
      one === null ? [client.query('BEGIN'), ...all.map(send), client.query('COMMIT')] : [send(one)];
    const results = await Promise.allSettled(pending);
    const failed = results.find((result) => result.status === 'rejected');
    if (!failed) {
      isBroken = false;
      return { ok: true };
    }
    const reason = failed.reason as DatabaseError;
    if (reason.code !== UNIQUE_VIOLATION) throw reason;
    isBroken = false;
    return { ok: false, conflict: reason.constraint ?? '' };
  } finally {
    client.release(isBroken);
  }
}
