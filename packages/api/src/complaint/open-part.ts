import { readFamily } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

const schema = z.object({ complaintId: z.uuid('required') });

/** From one's own complaint to a part of it, to the whole, or to another part of the same: all of one person. */
export async function openPart(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly complaintId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  if (actor.kind !== 'complainant') return refusal('not_found');
  const own = z.uuid().safeParse(actor.complaintId);
  if (!own.success) return refusal('not_found');
  const row = await house.db.prisma.complaint.findUnique({
    where: { id: own.data },
    select: { splitFromId: true },
  });
  if (row === null) return refusal('not_found');
  const above = row.splitFromId === null ? [] : await familyOf(house, row.splitFromId);
  const below = await familyOf(house, own.data);
  return [...above, ...below].includes(complaintId) ? done({ complaintId }) : refusal('not_found');
}

async function familyOf(house: House, wholeId: string): Promise<readonly string[]> {
  const { whole, parts } = await readFamily(house.db, wholeId);
  return whole === null ? parts : [whole.complaintId, ...parts];
}
