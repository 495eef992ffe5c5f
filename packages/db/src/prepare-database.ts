import { openDatabase } from './database.ts';
import { prepareQueues } from './job/prepare-queues.ts';
import { migrate } from './migrate.ts';
import { loadReferenceData } from './reference-data.ts';

/** Everything an empty database needs before an app may use it: tables, queues, reference data. Safe to repeat. */
export async function prepareDatabase(url: string, log: (line: string) => void, now: string): Promise<void> {
  await migrate(url, log);
  await prepareQueues(url);
  const db = openDatabase(url, 2);
  try {
    await loadReferenceData(db, now);
  } finally {
    await db.close();
  }
}
