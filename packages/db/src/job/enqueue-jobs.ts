import type { Statement } from '../statement.ts';

export const NOTICES_ABOUT = [
  'complaint',
  'item',
  'inspection',
  'indicator',
  'sheet',
  'policy',
  'bulletin',
  'adjustment',
] as const;
/** What staff is told of; all but policies are streams of events. */
export type NoticeAbout = (typeof NOTICES_ABOUT)[number];

/** What the worker does later. Carries ids only, never contact data. */
export type Job = {
  readonly queue: 'notify';
  /** Tell of the event with that version, of whatever it is about: `occasion` is `id:version`, of a policy `kind:version:step:moment`. */
  readonly data: { about: NoticeAbout; occasion: string };
};

const COLUMNS = '(name, data, retry_limit, retry_backoff, retry_delay, retry_delay_max, expire_seconds)';
const TRIES = '12, true, 15, 14400, 120';

/**
 * Enqueues jobs inside the transaction that causes them. pg-boss documents its job table as open to plain SQL; every
 * other column has a default. A job is tried for about fourteen hours: after 15 s, 30 s, … at most 4 h apart; one
 * whose worker was killed is taken up again after two minutes.
 */
export function enqueueJobs(jobs: readonly Job[]): Statement {
  return {
    name: 'enqueue-jobs',
    text: `INSERT INTO pgboss.job ${COLUMNS}
SELECT name, data, ${TRIES} FROM unnest($1::text[], $2::jsonb[]) AS job (name, data)`,
    values: [jobs.map((job) => job.queue), jobs.map((job) => JSON.stringify(job.data))],
  };
}

/** A change of one row at most that enqueues a job where it found its row, and only then; its row count is that of the change. */
export function withJob(change: string, values: readonly unknown[], job: Job): Omit<Statement, 'name'> {
  const [name, data] = [`$${values.length + 1}`, `$${values.length + 2}`];
  return {
    text: `WITH changed AS (${change} RETURNING 1)
INSERT INTO pgboss.job ${COLUMNS} SELECT ${name}::text, ${data}::jsonb, ${TRIES} FROM changed`,
    values: [...values, job.queue, JSON.stringify(job.data)],
  };
}
