import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { localDate } from '../../supervision/item-input.ts';
import { accessFields } from './access-fields.ts';
import { changeAccess, type ChangedAccess } from './change-access.ts';

const schema = z.object({
  accessId: z.uuid('required'),
  fields: accessFields,
  untilOn: localDate,
  reason: typedText(2, 500),
});

/** The custodian lets a department know who the complainant is: what, to the end of which day, and why. */
export async function grantIdentityAccess(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAccess>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { accessId, ...command } = parsed.value;
  return changeAccess(house, actor, accessId, { type: 'grant', ...command });
}
