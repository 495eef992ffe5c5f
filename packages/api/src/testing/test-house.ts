import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lendDatabase } from '@bihuan/db/testing';
import type { FileSettings } from '../attachment/store/file-settings.ts';
import { houseOn, type House } from '../house.ts';

export { createEmptyDatabase } from '@bihuan/db/testing';

/** A house on a real database of its own, with a clock that tests move. */
export type TestHouse = House & {
  /** Sets the present moment, ISO-8601 UTC. */
  at(instant: string): void;
  drop(): Promise<void>;
};

/** Opens a house at 2026-10-12 09:00 in Shanghai, a working Monday. */
export async function openTestHouse(files: Partial<FileSettings> = {}): Promise<TestHouse> {
  const { db, giveBack } = await lendDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-files-'));
  const house = houseOn(db, {
    masterKey: randomBytes(32).toString('base64'),
    files: { folder, ...files },
  });
  let now = '2026-10-12T01:00:00.000Z';
  return {
    ...house,
    now: () => now,
    newId: () => randomUUID(),
    at: (instant) => {
      now = instant;
    },
    drop: async () => {
      await giveBack();
      await rm(folder, { recursive: true });
    },
  };
}
