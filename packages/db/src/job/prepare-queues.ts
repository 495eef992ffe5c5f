import { PgBoss } from 'pg-boss';
import { QUEUES } from './enqueue-jobs.ts';

/** Makes sure the job tables of pg-boss and our queues are there. May run any number of times. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const queue of QUEUES) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}
