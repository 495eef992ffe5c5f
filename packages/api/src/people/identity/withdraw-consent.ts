import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeAccess, type ChangedAccess } from './change-access.ts';

const schema = z.object({ accessId: z.uuid('required') });

/** The complainant takes back their own consent; it ends at once. */
export async function withdrawConsent(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAccess>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { accessId } = parsed.value;
  return changeAccess(house, actor, accessId, { type: 'withdraw_consent' });
}
