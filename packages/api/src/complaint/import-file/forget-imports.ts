import { forgetImportsBefore } from '@bihuan/db';
import type { House } from '../../house.ts';
import { retentionTermsOf } from '../../policy/rules-in-force.ts';
import { importKey } from './import-records.ts';

/** Removes files of other platforms, and what was kept of their texts, so many days after anybody worked on them. */
export async function forgetImports(house: House): Promise<void> {
  const { importDays } = await retentionTermsOf(house);
  const before = new Date(Date.parse(house.now()) - importDays * 86_400_000).toISOString();
  for (const id of await forgetImportsBefore(house.db, before)) await house.files.remove(importKey(id));
}
