import { PgBoss, type Queue } from 'pg-boss';

const DAY = 86_400;

/** `short`: one waits at most, and one that was killed does not hold up the next. */
const QUEUES: readonly Queue[] = [
  { name: 'notify', retentionSeconds: 14 * DAY, deleteAfterSeconds: 7 * DAY },
  { name: 'deliver', retentionSeconds: 14 * DAY, deleteAfterSeconds: 7 * DAY },
  { name: 'sweep', policy: 'short', retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: DAY },
  { name: 'try_out', retryLimit: 2, expireInSeconds: 3600, deleteAfterSeconds: DAY },
  { name: 'export', retryLimit: 2, retryDelay: 10, expireInSeconds: 7200, deleteAfterSeconds: DAY },
  { name: 'import', retryLimit: 5, retryDelay: 5, expireInSeconds: 3600, deleteAfterSeconds: DAY },
  { name: 'nightly', policy: 'short', retryLimit: 2, expireInSeconds: 3600, deleteAfterSeconds: DAY },
  { name: 'learn', policy: 'short', retryLimit: 0, expireInSeconds: 3600, deleteAfterSeconds: DAY },
];

/** Makes sure the job tables of pg-boss and our queues are there. May run any number of times. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const queue of QUEUES) await boss.createQueue(queue.name, queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}
