import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deleteFilesWithoutDraft } from '@bihuan/db';
import type { House } from '../house.ts';
import { removeKept } from './keep-file.ts';

const HOUR = 3_600_000;

/** Forgets files whose draft is gone, and what uploads left behind whose process was ended. */
export async function sweepFiles(house: House): Promise<void> {
  const before = new Date(Date.parse(house.now()) - HOUR).toISOString();
  await removeKept(house, await deleteFilesWithoutDraft(house.db, before));
  const folder = await house.files.incoming();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > HOUR) await rm(path, { force: true });
  }
}
