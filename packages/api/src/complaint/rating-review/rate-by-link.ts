import { loadComplaint } from '@bihuan/db';
import {
  addDays,
  isLawfulForComplaint,
  localDateOf,
  SATISFACTION_LEVELS,
  type Complaint,
  type LocalDate,
  type Rating,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { deadlinesOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { answersForOthers } from '../answers-for-others.ts';
import { followedComplaint } from '../followed-complaint.ts';
import { rateComplaint } from '../rate-complaint.ts';
import { noteRatingTrace } from './rating-trace.ts';
import { openRatingToken } from './rating-token.ts';

/** What the page behind a rating link shows: nothing of the person, and the case by number only. */
export type RatingLink = {
  readonly trackingNumber: string;
  readonly title: string;
  readonly answer: string;
  readonly until: LocalDate;
  /** Earlier ratings, oldest first; the last one counts. */
  readonly ratings: readonly Rating[];
};

const read = z.object({ token: z.string().max(200) });
const rated = z.object({
  token: z.string().max(200),
  level: choice(SATISFACTION_LEVELS),
  comment: typedText(0, 500).default(''),
  /** What the browser says it is. */
  device: z.string().max(2000).default(''),
});

/** What a rating link opens. A wrong, an old and an overtaken link look the same: `not_found`. */
export async function readRatingLink(house: House, raw: unknown): Promise<Result<RatingLink>> {
  const parsed = parseInput(read, raw);
  const opened = parsed.ok ? await openLink(house, parsed.value.token) : null;
  if (opened === null) return refusal('not_found');
  const { complaint, answer, until } = opened;
  const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaint.id } });
  return done({
    ...{ trackingNumber: complaint.trackingNumber, title: row.title, until },
    answer,
    ratings: complaint.ratings,
  });
}

/**
 * Rates through the link of an answer. Only the holder of the link does: no account of the office reaches this. Where from is
 * kept as keyed hashes, and only ever asks a person to look.
 */
export async function rateByLink(house: House, address: string, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(rated, raw);
  if (!parsed.ok) return parsed;
  const { token, level, comment, device } = parsed.value;
  const opened = await openLink(house, token);
  if (opened === null) return refusal('not_found');
  const { id: complaintId, ratings } = opened.complaint;
  const holder = { kind: 'complainant', complaintId } as const;
  const last = ratings.at(-1);
  if (last?.level === level && last.comment === comment) return done(null);
  const given = await rateComplaint(house, holder, { complaintId, level, comment });
  if (!given.ok) return given;
  await noteRatingTrace(house, { complaintId, address, device });
  return done(null);
}

async function openLink(
  house: House,
  token: string,
): Promise<{ readonly complaint: Complaint; readonly answer: string; readonly until: LocalDate } | null> {
  const opened = openRatingToken(house, token);
  const complaint = opened && (await loadComplaint(house.db, opened.complaintId))?.state;
  if (!complaint || !isLawfulForComplaint(complaint.status, 'rate')) return null;
  const followed = await followedComplaint(house, complaint);
  const answers = followed === null ? complaint.answers : await answersForOthers(house, followed);
  const answer = answers.at(-1);
  if (answer === undefined || answers.length !== opened.answers) return null;
  const { ratingCalendarDays } = await deadlinesOf(house, complaint.deadlineVersion);
  const until = addDays(localDateOf(answer.at), ratingCalendarDays);
  return localDateOf(house.now()) > until ? null : { complaint, answer: answer.text, until };
}
