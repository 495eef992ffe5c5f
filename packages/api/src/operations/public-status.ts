import { isWritable, readDeliveryState, readWorkers, type DeliveryState, type WorkerState } from '@bihuan/db';
import type { Instant } from '@bihuan/domain';
import type { House } from '../house.ts';

export type FilingStatus = {
  readonly isPossible: boolean;
  /** As far as this process knows. */ readonly since: Instant;
};
export type MessagesStatus = {
  readonly state: 'going_out' | 'late' | 'stopped';
  /** Going out: when the last one left. Null where that is not known. */
  readonly since: Instant | null;
};

/** What anybody may know about whether the house works; no figures, nothing of a case. */
export type PublicStatus = {
  readonly filing: FilingStatus;
  /** Null where it cannot be told. */
  readonly messages: MessagesStatus | null;
  readonly checkedAt: Instant;
};

const PATIENCE_MS = 2000;
const LATE_MS = 10 * 60_000;

const seen = new WeakMap<House['db'], FilingStatus>();

/** Whether complaints can be filed and messages go out, each with since when. Never throws: a fault is the answer. */
export async function readPublicStatus(house: House): Promise<PublicStatus> {
  const checkedAt = house.now();
  const known = await inTime(look(house)).catch(() => null);
  const isPossible = known?.isWritable ?? false;
  const before = seen.get(house.db);
  const filing = before?.isPossible === isPossible ? before : { isPossible, since: checkedAt };
  seen.set(house.db, filing);
  const messages = known === null ? null : messagesStatus(known.workers, known.delivery, Date.now());
  return { filing, messages, checkedAt };
}

/** What the signs come to. */
export function messagesStatus(
  workers: readonly WorkerState[],
  { lateSince, lastSentAt }: DeliveryState,
  now: number,
): MessagesStatus {
  const since = (at: Date | null | undefined) => at?.toISOString() ?? null;
  if (!workers.some(({ isLive }) => isLive)) return { state: 'stopped', since: since(workers[0]?.beatAt) };
  const hasLeft = lastSentAt !== null && now - lastSentAt.getTime() < LATE_MS;
  if (lateSince !== null && !hasLeft) return { state: 'late', since: since(lateSince) };
  return { state: 'going_out', since: since(lastSentAt) };
}

async function look({ db }: House) {
  const [writable, workers, delivery] = await Promise.all([
    isWritable(db),
    readWorkers(db),
    readDeliveryState(db),
  ]);
  return { isWritable: writable, workers, delivery };
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS).unref();
  });
  return Promise.race([work, tooLate]);
}
