import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import { BEAT_SECONDS, WORKER } from './worker-view.ts';

/**
 * Throws where the job is to be tried again; 'never' where that would be of no use. What it throws is kept with the job and
 * must hold no personal data.
 */
export type JobHandler = (data: unknown, isLastTry: boolean) => Promise<'done' | 'never'>;

export type QueueHandlers = {
  /** Once the database answers, before anything is worked on. */
  readonly onStarted: () => Promise<void>;
  /** One job of `notify`: finds out who is to be told of an event, and writes to them. */
  readonly notify: JobHandler;
  /** One job of `deliver`: hands one message to its provider. */
  readonly deliver: JobHandler;
  readonly sweep: () => Promise<void>;
  /** Learns from the history what to suggest; at the start and every night. */
  readonly learn: () => Promise<void>;
  /** What is done once a day: at the start, and every night when the day is over. */
  readonly nightly: () => Promise<void>;
  /** One try-out of a draft of the routing catalogue. */
  readonly tryOut: (data: unknown) => Promise<void>;
  /** One file that somebody asked for. */
  readonly exportFile: (data: unknown) => Promise<void>;
  /** One step of a file of complaints. */
  readonly importFile: (data: unknown) => Promise<void>;
  /** Faults of the queues themselves, such as a database that is away; they go on by themselves. */
  readonly onError: (error: Error) => void;
};

export type WorkingQueues = {
  /** Takes no more jobs, waits some seconds for those in hand, and closes its connections. */
  stop(): Promise<void>;
};

/** How many jobs of a queue are worked on at once; a message on its way holds one connection of the house. */
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
    instanceName: WORKER,
    instanceHeartbeatSeconds: BEAT_SECONDS,
  });
  boss.on('error', handlers.onError);
  await boss.start({ attempts: STARTS });
  await handlers.onStarted();
  for (const queue of ['notify', 'deliver'] as const)
    await boss.work(
      queue,
      { batchSize: TOGETHER, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true },
      (jobs) => Promise.all(jobs.map((job) => settle(job, handlers[queue]))),
    );
  await boss.work('sweep', () => handlers.sweep());
  await boss.schedule('sweep', '* * * * *', null, { tz: 'Asia/Shanghai' });
  await boss.send('sweep');
  await boss.work('try_out', async (jobs) => {
    for (const { data } of jobs) await handlers.tryOut(data);
  });
  await boss.work('export', async (jobs) => {
    for (const { data } of jobs) await handlers.exportFile(data);
  });
  await boss.work('import', async (jobs) => {
    for (const { data } of jobs) await handlers.importFile(data);
  });
  await boss.work('learn', () => handlers.learn());
  await boss.schedule('learn', '20 3 * * *', null, { tz: 'Asia/Shanghai' });
  await boss.send('learn');
  await boss.work('nightly', () => handlers.nightly());
  await boss.schedule('nightly', '10 0 * * *', null, { tz: 'Asia/Shanghai' });
  await boss.send('nightly');
  return { stop: () => boss.stop({ graceful: true, timeout: GRACE_MS }) };
}

async function settle(
  { id, data, retryCount, retryLimit }: JobWithMetadata<unknown>,
  handle: JobHandler,
): Promise<JobResult> {
  try {
    const settled = await handle(data, retryCount >= retryLimit);
    return { id, status: settled === 'done' ? 'completed' : 'deadletter' };
  } catch (error) {
    return { id, status: 'failed', output: { error: error instanceof Error ? error.message : 'unknown' } };
  }
}
