import {
  readFailedJobs,
  readHouseFigures,
  readQueues,
  readWorkers,
  retryFailedJob as retry,
  type FailedJob,
  type HouseFigures,
  type QueueState,
  type WorkerState,
} from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

export type JobHealth = {
  readonly queues: readonly (QueueState & { readonly isLate: boolean })[];
  readonly failed: readonly FailedJob[];
  readonly figures: HouseFigures;
  /** Its processes, those that live first. */
  readonly workers: readonly WorkerState[];
  /** No process of it is heard, or no sweep for some minutes: nothing is sent and no deadline is watched. */
  readonly isWorkerSilent: boolean;
};

const MOST = 50;
const SILENT_MS = 5 * 60_000;

/** What ran when, what waits, what was given up. For system admins. */
export async function readJobHealth(house: House, actor: Actor): Promise<Result<JobHealth>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const [queues, workers, failed, figures] = await Promise.all([
    readQueues(house.db),
    readWorkers(house.db),
    readFailedJobs(house.db, MOST),
    readHouseFigures(house.db),
  ]);
  const clock = Date.now();
  const isOld = (at: Date | null) => at !== null && clock - at.getTime() > SILENT_MS;
  const sweep = queues.find(({ name }) => name === 'sweep');
  return done({
    queues: queues.map((queue) => ({ ...queue, isLate: isOld(queue.oldestWaitingAt) })),
    ...{ workers, failed, figures },
    isWorkerSilent:
      !workers.some(({ isLive }) => isLive) ||
      sweep === undefined ||
      sweep.lastAt === null ||
      isOld(sweep.lastAt),
  });
}

const schema = z.object({ queue: z.string().regex(/^[a-z_]{2,40}$/), jobId: z.uuid() });

/** Tries a job again that was given up. For system admins. */
export async function retryFailedJob(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  const parsed = parseInput(schema, raw);
  if (!hasRole(actor, 'system_admin') || !parsed.ok) return refusal('not_found');
  const { queue, jobId: id } = parsed.value;
  return (await retry(house.db, queue, id)) ? done({ id }) : refusal('not_found');
}
