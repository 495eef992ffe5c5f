import {
  loadComplaint,
  messagesInFull,
  readComplaintFiles,
  readContact,
  type Contact,
  type FullMessage,
} from '@bihuan/db';
import type { Actor, Callback, Instant } from '@bihuan/domain';
import { z } from 'zod';
import { trackComplaint } from '../../complaint/track-complaint.ts';
import type { Tracking } from '../../complaint/tracking.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

/** A file that was sent in: what is kept of it beside its content. */
export type OwnFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: Instant;
};

/** Everything kept on one complainant with one complaint. */
export type OwnData = {
  readonly format: 'bihuan-own-data/1';
  readonly madeAt: Instant;
  readonly trackingNumber: string;
  /** Null where it was removed, or never given. */
  readonly contact: Contact | null;
  /** When and by which version of the rules it was removed. */
  readonly contactRemoved: Tracking['contactRemoved'];
  readonly enterprise: { readonly name: string; readonly creditCode: string } | null;
  readonly filing: {
    readonly channel: string;
    readonly complainantKind: string;
    readonly submittedAt: Instant;
    readonly openness: string;
    readonly mayPublish: boolean;
    readonly matter: Tracking['matter'];
  };
  readonly status: Tracking['status'];
  readonly timeline: Tracking['timeline'];
  readonly declined: Tracking['declined'];
  readonly objection: Tracking['objection'];
  readonly review: Tracking['review'];
  readonly answers: Tracking['answers'];
  readonly ratings: Tracking['ratings'];
  readonly ratingReviews: Tracking['reviews'];
  /** What the window wrote down of its calls. */
  readonly callbacks: readonly {
    readonly at: Instant;
    readonly outcome: Callback['outcome'];
    readonly answers: Callback['answers'];
    readonly note: string;
  }[];
  readonly looks: Tracking['looks'];
  readonly accesses: Tracking['accesses'];
  readonly notices: readonly FullMessage[];
  readonly isOptedOut: boolean;
  readonly files: readonly OwnFile[];
};

const schema = z.object({ complaintId: z.uuid('required') });

/**
 * Everything kept on the complainant of one complaint, contact data in clear. For the holder of number and query code alone;
 * `not_found` for everybody else, the office included. Source: 个人信息保护法, 45.
 */
export async function readOwnData(house: House, actor: Actor, raw: unknown): Promise<Result<OwnData>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  const tracked = await trackComplaint(house, actor, { complaintId });
  if (!tracked.ok) return tracked;
  const [row, loaded, contact, notices, files, optOuts] = await Promise.all([
    house.db.prisma.complaint.findUnique({ where: { id: complaintId } }),
    loadComplaint(house.db, complaintId),
    readContact(house.db, complaintId, house.keyring),
    messagesInFull(house.db, complaintId, house.keyring),
    readComplaintFiles(house.db, complaintId, house.keyring),
    house.db.prisma.noticeOptOut.count({ where: { complaintId } }),
  ]);
  if (row === null || loaded === null) return refusal('not_found');
  const { trackingNumber, submittedAt, openness, matter, reviews, ...rest } = tracked.value;
  const { status, timeline, declined, objection, review, answers, ratings, looks, accesses } = rest;
  const { channel, complainantKind, mayPublish, enterpriseName: name, creditCode } = row;
  return done({
    ...{ format: 'bihuan-own-data/1', madeAt: house.now(), trackingNumber, contact },
    contactRemoved: tracked.value.contactRemoved,
    enterprise: name === '' && creditCode === '' ? null : { name, creditCode },
    filing: { channel, complainantKind, submittedAt, openness, mayPublish, matter },
    ...{ status, timeline, declined, objection, review, answers, ratings, ratingReviews: reviews },
    callbacks: loaded.state.callbacks.map(({ at, outcome, answers: given, note }) => ({
      ...{ at, outcome, answers: given, note: note ?? '' },
    })),
    ...{ looks, accesses, notices, isOptedOut: optOuts > 0 },
    files: files.map((file) => ({
      ...{ name: file.name, type: file.type, bytes: file.bytes, sha256: file.sha256, addedAt: file.addedAt },
    })),
  });
}
