import type { Statement } from '../statement.ts';

/** What the worker does later. Carries ids only, never contact data. */
export type Job =
  | { readonly queue: 'notify'; readonly data: { complaintId: string; template: string; occasion: string } };

export const QUEUES = ['notify', 'sweep'] as const;

/**
 * Enqueues jobs inside the transaction that causes them. pg-boss documents its job table as open to plain SQL; every
 * other column has a default.
 */
export function enqueueJobs(jobs: readonly Job[]): Statement {
  return {
    name: 'enqueue-jobs',
    text: `INSERT INTO pgboss.job (name, data, retry_limit, retry_backoff, retry_delay)
SELECT name, data, 8, true, 15 FROM unnest($1::text[], $2::jsonb[]) AS job (name, data)`,
    values: [jobs.map((job) => job.queue), jobs.map((job) => JSON.stringify(job.data))],
  };
}
