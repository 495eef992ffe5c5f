import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeAccess, type ChangedAccess } from './change-access.ts';

const schema = z.object({ accessId: z.uuid('required'), reason: typedText(2, 500) });

/** The custodian refuses a request for identity access, with a reason. */
export async function refuseIdentityAccess(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAccess>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { accessId, ...command } = parsed.value;
  return changeAccess(house, actor, accessId, { type: 'refuse', ...command });
}
