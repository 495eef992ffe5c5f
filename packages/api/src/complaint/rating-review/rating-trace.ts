import { hasRole, type Actor, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { deadlinesOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';

export type RatingFlag = 'staff_address' | 'many_from_one';

/** A rating somebody should look at; it counts like any other. */
export type FlaggedRating = {
  readonly id: string;
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly at: Instant;
  readonly flag: RatingFlag;
};

const DAY = 86_400_000;

/**
 * Keeps where a rating came from as keyed hashes, and flags it where the address is one that staff signed in from, or where
 * many cases were rated from one device. A flag punishes nobody: it asks a person to look. Source: features.md, SA7.
 */
export async function noteRatingTrace(
  house: House,
  { complaintId, address, device }: { complaintId: string; address: string; device: string },
): Promise<void> {
  const { prisma } = house.db;
  const hash = (text: string) => new Uint8Array(house.keyring.keyedHash('address', text));
  const [addressHash, deviceHash] = [hash(`rating:${address}`), hash(`device:${address}:${device}`)];
  const { ratingTraceDays, ratingsFromOne } = await deadlinesOf(house);
  const since = new Date(Date.parse(house.now()) - ratingTraceDays * DAY);
  const isOfStaff = (await prisma.staffAddress.count({ where: { addressHash, seenAt: { gte: since } } })) > 0;
  const others = await prisma.ratingTrace.findMany({
    where: { deviceHash, at: { gte: since }, complaintId: { not: complaintId } },
    distinct: ['complaintId'],
    select: { complaintId: true },
  });
  const isMany = others.length + 1 >= ratingsFromOne;
  const flag: RatingFlag | null = isOfStaff ? 'staff_address' : isMany ? 'many_from_one' : null;
  const data = { id: house.newId(), complaintId, at: house.now(), addressHash, deviceHash, flag };
  await prisma.$transaction([
    prisma.ratingTrace.create({ data }),
    prisma.ratingTrace.deleteMany({ where: { at: { lt: since }, flag: null } }),
  ]);
}

/** Remembers, as a keyed hash, that staff signed in from an address. */
export async function noteStaffAddress(house: House, address: string): Promise<void> {
  const addressHash = new Uint8Array(house.keyring.keyedHash('address', `rating:${address}`));
  const seenAt = house.now();
  await house.db.prisma.staffAddress.upsert({
    where: { addressHash },
    create: { addressHash, seenAt },
    update: { seenAt },
  });
}

/** Ratings to look at, newest first. For those who keep watch over scores. */
export async function listFlaggedRatings(
  house: House,
  actor: Actor,
): Promise<Result<readonly FlaggedRating[]>> {
  if (!hasRole(actor, 'appraisal_admin', 'triage_admin', 'auditor')) return refusal('not_found');
  const rows = await house.db.prisma.ratingTrace.findMany({
    where: { flag: { not: null }, seenAt: null },
    orderBy: { at: 'desc' },
    take: 100,
  });
  const cases = await house.db.prisma.complaint.findMany({
    where: { id: { in: rows.map(({ complaintId }) => complaintId) } },
    select: { id: true, trackingNumber: true },
  });
  const numbers = new Map(cases.map(({ id, trackingNumber }) => [id, trackingNumber]));
  return done(
    rows.map(({ id, complaintId, at, flag }) => ({
      ...{ id, complaintId, at: at.toISOString(), flag: flag as RatingFlag },
      trackingNumber: numbers.get(complaintId) ?? '',
    })),
  );
}

const seen = z.object({ traceId: z.uuid('required') });

/** Says that a flagged rating was looked at. */
export async function clearFlaggedRating(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(seen, raw);
  if (!parsed.ok) return parsed;
  if (!hasRole(actor, 'appraisal_admin', 'triage_admin')) return refusal('not_found');
  await house.db.prisma.ratingTrace.updateMany({
    where: { id: parsed.value.traceId, seenAt: null },
    data: { seenAt: house.now(), seenById: actor.staffId },
  });
  return done(null);
}
