import { readSetting, saveSetting } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const KEY = 'window_phone';

const schema = z.object({
  phone: typedText(1, 40).refine((text) => /^[\d+() \-转]{3,}$/.test(text), 'phone_malformed'),
});

/** The telephone of the window, as people dial it; null where nobody has named one. */
export async function readWindowPhone(house: Pick<House, 'db'>): Promise<string | null> {
  const saved = schema.safeParse(await readSetting(house.db, KEY));
  return saved.success ? saved.data.phone : null;
}

/** Names the telephone that people are told to call. For system admins. */
export async function nameWindowPhone(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly phone: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  await saveSetting(house.db, KEY, parsed.value);
  return done(parsed.value);
}
