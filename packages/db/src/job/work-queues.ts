import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';

export type QueueHandlers = {
  /**
   * One job of `notify`. Throws where it is to be tried again; 'never' where that would be of no use. What it throws is
   * kept with the job and must hold no personal data.
   */
  readonly notify: (data: unknown, isLastTry: boolean) => Promise<'done' | 'never'>;
  readonly sweep: () => Promise<void>;
  /** Faults of the queues themselves, such as a database that is away; they go on by themselves. */
  readonly onError: (error: Error) => void;
};

export type WorkingQueues = {
  /** Takes no more jobs, waits some seconds for those in hand, and closes its connections. */
  stop(): Promise<void>;
};

/** How many messages are delivered at once; each holds one connection of the house meanwhile. */
const TOGETHER = 5;
const STARTS = 60;
const GRACE_MS = 6000;

/**
 * Works on the queues of the database at `url`: messages as they come, a sweep at once and then every minute. The tables
 * must be there. Waits for a database that is not up yet, and outlives one that goes away.
 */
export async function workQueues(url: string, handlers: QueueHandlers): Promise<WorkingQueues> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    migrate: false,
    application_name: 'bihuan worker',
  });
  boss.on('error', handlers.onError);
  await boss.start({ attempts: STARTS });
  await boss.work(
    'notify',
    { batchSize: TOGETHER, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true },
    (jobs) => Promise.all(jobs.map((job) => settle(job, handlers.notify))),
  );
  await boss.work('sweep', () => handlers.sweep());
  await boss.schedule('sweep', '* * * * *', null, { tz: 'Asia/Shanghai' });
  await boss.send('sweep');
  return { stop: () => boss.stop({ graceful: true, timeout: GRACE_MS }) };
}

async function settle(
  { id, data, retryCount, retryLimit }: JobWithMetadata<unknown>,
  notify: QueueHandlers['notify'],
): Promise<JobResult> {
  try {
    const settled = await notify(data, retryCount >= retryLimit);
    return { id, status: settled === 'done' ? 'completed' : 'deadletter' };
  } catch (error) {
    return { id, status: 'failed', output: { error: error instanceof Error ? error.message : 'unknown' } };
  }
}
