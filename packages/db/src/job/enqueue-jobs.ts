import type { Statement } from '../statement.ts';

/** What the worker does later. Carries ids only, never contact data. */
export type Job = {
  readonly queue: 'notify';
  /** Tell of the event with that version, of whatever it is about: `occasion` is `id:version`. */
  readonly data: { about: 'complaint' | 'item' | 'inspection' | 'indicator' | 'sheet'; occasion: string };
};

/**
 * Enqueues jobs inside the transaction that causes them. pg-boss documents its job table as open to plain SQL; every
 * other column has a default. A job is tried for about fourteen hours: after 15 s, 30 s, … at most 4 h apart; one
 * whose worker was killed is taken up again after two minutes.
 */
export function enqueueJobs(jobs: readonly Job[]): Statement {
  return {
    name: 'enqueue-jobs',
    text: `INSERT INTO pgboss.job (name, data, retry_limit, retry_backoff, retry_delay, retry_delay_max, expire_seconds)
SELECT name, data, 12, true, 15, 14400, 120 FROM unnest($1::text[], $2::jsonb[]) AS job (name, data)`,
    values: [jobs.map((job) => job.queue), jobs.map((job) => JSON.stringify(job.data))],
  };
}
