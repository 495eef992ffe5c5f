import { forgetImportsBefore } from '@bihuan/db';
import type { House } from '../../house.ts';
import { importKey } from './import-records.ts';

const DAYS = 7;

/** Removes files of other platforms, and what was kept of their texts, some days after anybody worked on them. */
export async function forgetImports(house: House): Promise<void> {
  const before = new Date(Date.parse(house.now()) - DAYS * 86_400_000).toISOString();
  for (const id of await forgetImportsBefore(house.db, before)) await house.files.remove(importKey(id));
}
