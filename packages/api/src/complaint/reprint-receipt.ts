import { isComplaintInScope } from '@bihuan/db';
import { hasRole, queryCode, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { complaintScope } from './complaint-scope.ts';
import { tick } from '../supervision/item-input.ts';

const schema = z.object({
  complaintId: z.uuid('required'),
  /** The code handed out before is kept as a hash only: it can be exchanged, never shown again. */
  isCodeRenewed: tick,
  reason: typedText(2, 200),
});

export type Reprinted = {
  readonly complaintId: string;
  /** Shown once; null where the code handed out before stays. */
  readonly queryCode: string | null;
};

/**
 * Prints a receipt of the window again (补打回执). It is recorded by whom and why, and the complainant can read it. A renewed
 * query code ends the one before at once. For clerks, on what the window logged.
 */
export async function reprintReceipt(house: House, actor: Actor, raw: unknown): Promise<Result<Reprinted>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, isCodeRenewed, reason } = parsed.value;
  if (!hasRole(actor, 'clerk')) return refusal('not_found');
  if (!(await isComplaintInScope(house.db, complaintId, complaintScope(actor)))) return refusal('not_found');
  const { prisma } = house.db;
  const row = await prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  if (row.channel !== 'walk_in' && row.channel !== 'phone') return refusal('not_found');
  const code = isCodeRenewed ? queryCode(house.randomBytes(12)) : null;
  const who = { complaintId, staffId: actor.staffId, at: house.now(), reason };
  await prisma.$transaction([
    prisma.reprint.create({ data: { id: house.newId(), isCodeRenewed, ...who } }),
    prisma.contactLook.create({ data: { id: house.newId(), ...who } }),
    ...(code === null
      ? []
      : [
          prisma.complaint.update({
            where: { id: complaintId },
            data: { codeHash: new Uint8Array(house.keyring.keyedHash('query_code', code)) },
          }),
        ]),
  ]);
  return done({ complaintId, queryCode: code });
}
