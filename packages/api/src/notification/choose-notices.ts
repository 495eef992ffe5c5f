import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { complaintOfToken } from './opt-out-token.ts';

/** Whether the complainant of one complaint hears only what must be told: the receipt, questions, decisions. */
export type NoticeChoice = { readonly trackingNumber: string; readonly isOptedOut: boolean };

const chosen = z.object({
  complaintId: z.uuid('required'),
  isOptedOut: z.union([z.boolean(), z.stringbool()], 'not_a_choice'),
});
const byToken = z.object({ token: z.string('required').max(100, 'malformed') });
const chosenByToken = byToken.extend({ isOptedOut: chosen.shape.isOptedOut });

/** Chooses for one's own complaint. Somebody else's is `not_found`. */
export async function chooseNotices(house: House, actor: Actor, raw: unknown): Promise<Result<NoticeChoice>> {
  const parsed = parseInput(chosen, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, isOptedOut } = parsed.value;
  if (actor.kind !== 'complainant' || actor.complaintId !== complaintId) return refusal('not_found');
  return choose(house, complaintId, isOptedOut);
}

/** Chooses by the link in a mail. A link that is none of ours is `not_found`. */
export async function chooseNoticesByToken(house: House, raw: unknown): Promise<Result<NoticeChoice>> {
  const parsed = parseInput(chosenByToken, raw);
  if (!parsed.ok) return parsed;
  const complaintId = complaintOfToken(house, parsed.value.token);
  return complaintId === null ? refusal('not_found') : choose(house, complaintId, parsed.value.isOptedOut);
}

/** What the link in a mail stands for. */
export async function readNoticeChoice(house: House, raw: unknown): Promise<Result<NoticeChoice>> {
  const parsed = parseInput(byToken, raw);
  const complaintId = parsed.ok ? complaintOfToken(house, parsed.value.token) : null;
  return complaintId === null ? refusal('not_found') : read(house, complaintId);
}

async function choose(house: House, complaintId: string, isOptedOut: boolean): Promise<Result<NoticeChoice>> {
  const found = await read(house, complaintId);
  if (!found.ok) return found;
  const { noticeOptOut } = house.db.prisma;
  const row = { complaintId, at: house.now() };
  if (isOptedOut) await noticeOptOut.createMany({ data: [row], skipDuplicates: true });
  else await noticeOptOut.deleteMany({ where: { complaintId } });
  return done({ ...found.value, isOptedOut });
}

async function read({ db: { prisma } }: House, complaintId: string): Promise<Result<NoticeChoice>> {
  const where = { complaintId };
  const [complaint, count] = await Promise.all([
    prisma.complaint.findUnique({ where: { id: complaintId }, select: { trackingNumber: true } }),
    prisma.noticeOptOut.count({ where }),
  ]);
  return complaint === null ? refusal('not_found') : done({ ...complaint, isOptedOut: count > 0 });
}
