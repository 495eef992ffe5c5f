import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';

/** The first link of every chain. */
export const GENESIS: Buffer = Buffer.alloc(32);

export type HashedEvent = {
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  /** ISO-8601 UTC, in milliseconds. */
  readonly at: string;
  readonly actor: unknown;
  readonly data: unknown;
};

/** SHA-256 over the link before and the event as JSON with sorted keys, so that it survives `jsonb`. */
export function eventHash(
  previous: Buffer,
  { streamId, version, type, at, actor, data }: HashedEvent,
): Buffer {
  const text = stringify({ streamId, version, type, at, actor, data }) as string;
  return createHash('sha256').update(previous).update(text).digest();
}
