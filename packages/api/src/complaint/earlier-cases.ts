import { phoneHash, type FoundComplaint } from '@bihuan/db';
import { hasRole, type Actor, type ComplaintStatus } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { phone } from './contact-fields.ts';

const MOST = 10;

const schema = z.object({ phone, reason: typedText(2, 200) });

export type EarlierCase = FoundComplaint & { readonly submittedAt: string };

/**
 * Cases filed with the same phone, newest first, for the desk that has the person before it. That a number belongs to a
 * case is contact data: each case found is recorded as looked at, with the reason, which the complainant can read.
 */
export async function earlierCases(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly EarlierCase[]>> {
  if (!hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { phone: number, reason } = parsed.value;
  if (number === '') return done([]);
  const { prisma } = house.db;
  const contacts = await prisma.contact.findMany({
    where: { phoneHash: new Uint8Array(phoneHash(number, house.keyring)), removedAt: null },
    include: {
      complaint: { select: { id: true, trackingNumber: true, title: true, status: true, submittedAt: true } },
    },
    orderBy: { complaint: { submittedAt: 'desc' } },
    take: MOST,
  });
  const looks = contacts.map(({ complaintId }) => ({
    ...{ id: house.newId(), complaintId, staffId: actor.staffId, at: house.now(), reason },
    ...{ departmentId: actor.departmentId, fields: ['phone'] },
  }));
  await prisma.contactLook.createMany({ data: looks });
  return done(
    contacts.map(({ complaint: { status, submittedAt, ...found } }) => ({
      ...found,
      status: status as ComplaintStatus,
      submittedAt: submittedAt.toISOString(),
    })),
  );
}
