import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { accessFields } from './access-fields.ts';
import { changeAccess, type ChangedAccess } from './change-access.ts';

const schema = z.object({ accessId: z.uuid('required'), fields: accessFields });

/** The complainant lets the department that asked know who they are. */
export async function consentToAccess(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAccess>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { accessId, ...command } = parsed.value;
  return changeAccess(house, actor, accessId, { type: 'consent', ...command });
}
