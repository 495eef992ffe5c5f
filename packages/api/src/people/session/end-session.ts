import type { StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const schema = z.object({ key: z.string('required').regex(/^[0-9a-f]{64}$/, 'malformed') });

/** Signs a person out of one of their devices, by its `key` in the list. `not_found` where it is nobody's or somebody else's. */
export async function endSession(
  house: Pick<House, 'db'>,
  actor: StaffActor,
  raw: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { count } = await house.db.prisma.session.deleteMany({
    where: { staffId: actor.staffId, idHash: Buffer.from(parsed.value.key, 'hex') },
  });
  return count === 1 ? done(null) : refusal('not_found');
}
