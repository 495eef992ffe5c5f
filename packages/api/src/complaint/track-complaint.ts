import { loadAccess, readFamily, readTracking, type TrackingView } from '@bihuan/db';
import {
  addDays,
  foldComplaint,
  foldItem,
  localDateOf,
  openFields,
  type Actor,
  type Complaint,
  type DeadlinePolicy,
  type PublishedAnswer,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { answersForOthers } from './answers-for-others.ts';
import { publicReviews } from './rating-review/public-reviews.ts';
import { complainantMoves } from './complainant-moves.ts';
import { handlingRule } from '../policy/deadlines-of-case.ts';
import { pausedClock, runningClock } from './tracking-clock.ts';
import { holderOf } from './tracking-holder.ts';
import { timelineOf } from './tracking-timeline.ts';
import type { Survivor, TrackedPart, Tracking } from './tracking.ts';

const schema = z.object({ complaintId: z.uuid('required') });

/** The promise page of one's own complaint: where it stands, by when, why, and what may be done. Others are `not_found`. */
export async function trackComplaint(house: House, actor: Actor, raw: unknown): Promise<Result<Tracking>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  if (actor.kind !== 'complainant' || actor.complaintId !== complaintId) return refusal('not_found');
  const view = await readTracking(house.db, complaintId);
  const state = view && stateOf(view);
  if (view === null || state === null) return refusal('not_found');
  const now = house.now();
  const [calendar, deadlines, survivor, parts] = await Promise.all([
    calendarOf(house),
    deadlinesOf(house, state.deadlineVersion),
    state.status === 'merged' ? readSurvivor(house, state.survivorId) : null,
    readParts(house, state),
  ]);
  const { matter, departments } = view;
  return done({
    complaintId,
    version: view.events.length,
    trackingNumber: state.trackingNumber,
    status: state.status,
    openness: state.openness,
    submittedAt: state.submittedAt,
    round: state.round,
    complexity: 'complexity' in state ? state.complexity : null,
    matter: { ...matter, aboutDepartment: departments.get(matter.aboutDepartmentId ?? '') ?? null },
    looks: view.looks,
    contactRemoved: state.contactRemoved,
    accesses: await accessesOf(house, view),
    holder: holderIn(view, state),
    clock: runningClock(state, now, calendar),
    pausedClock: state.status === 'awaiting_complainant' ? pausedClock(state, now, calendar) : null,
    rule: await handlingRule(house, state),
    question: state.status === 'awaiting_complainant' ? state.question : null,
    declined: declinedIn(view),
    objection: state.objection,
    review: state.review,
    answers: state.answers,
    ratings: state.ratings,
    reviews: state.ratings.length === 0 ? [] : await publicReviews(house, complaintId),
    ...lastDays(state, survivor?.answers.at(-1) ?? state.answers.at(-1), deadlines),
    final: state.final,
    closedBy: state.status === 'closed' ? state.by : null,
    moves: complainantMoves(state, {
      ...{ now, calendar, deadlines },
      followedAnswerAt: survivor?.answers.at(-1)?.at ?? null,
    }),
    timeline: timelineOf(view),
    survivor,
    alsoReported: survivor?.alsoReported ?? view.followers,
    ...parts,
  });
}

async function accessesOf(
  house: House,
  { accessIds, departments }: TrackingView,
): Promise<Tracking['accesses']> {
  const read = await Promise.all(accessIds.map((id) => loadAccess(house.db, id)));
  const loaded = read.filter((one) => one !== null);
  return loaded.map(({ state }) => ({
    ...{ id: state.id, at: state.requestedAt, reason: state.reason, status: state.status },
    department: departments.get(state.departmentId) ?? null,
    fields: 'fields' in state ? state.fields : state.asked,
    untilOn: state.status === 'granted' ? state.untilOn : null,
    isOpen: openFields(state, house.now()).length > 0,
  }));
}

function stateOf({ events }: TrackingView): Complaint | null {
  return foldComplaint(events.map(({ event }) => event));
}

function holderIn({ itemEvents, departments }: TrackingView, state: Complaint): Tracking['holder'] {
  return holderOf(state, foldItem(itemEvents.map(({ event }) => event)), departments);
}

function declinedIn({ events }: TrackingView): Tracking['declined'] {
  const event = events.map((acted) => acted.event).findLast((one) => one.type === 'ComplaintDeclined');
  if (event === undefined) return null;
  const { reason, competentBody, notice } = event;
  return { reason, competentBody, notice };
}

function lastDays(
  state: Complaint,
  answer: PublishedAnswer | undefined,
  deadlines: DeadlinePolicy,
): Pick<Tracking, 'rateUntil' | 'reopenUntil'> {
  const rateUntil = answer && addDays(localDateOf(answer.at), deadlines.ratingCalendarDays);
  const mayReopen = state.status === 'closed' && state.final === null && state.reopens < deadlines.maxReopens;
  const reopenUntil = mayReopen ? addDays(localDateOf(state.closedAt), deadlines.reopenCalendarDays) : null;
  return { rateUntil: rateUntil ?? null, reopenUntil };
}

/** The parts beside it, each with where it stands: one page shows them all. */
async function readParts(house: House, state: Complaint): Promise<Pick<Tracking, 'parts' | 'whole'>> {
  const wholeId = state.status === 'split' ? state.id : state.splitFromId;
  if (wholeId === null) return { parts: [], whole: null };
  const family = await readFamily(house.db, wholeId);
  const calendar = await calendarOf(house);
  const parts = await Promise.all(
    family.parts.map(async (id): Promise<TrackedPart[]> => {
      const view = await readTracking(house.db, id);
      const part = view && stateOf(view);
      if (view === null || part === null) return [];
      const { trackingNumber, status } = part;
      const clock = runningClock(part, house.now(), calendar);
      const told = { complaintId: id, trackingNumber, title: view.matter.title, status, clock };
      return [{ ...told, holder: holderIn(view, part), isThis: id === state.id }];
    }),
  );
  return { parts: parts.flat(), whole: wholeId === state.id ? null : family.whole };
}

async function readSurvivor(house: House, survivorId: string): Promise<Survivor | null> {
  const view = await readTracking(house.db, survivorId);
  const state = view && stateOf(view);
  if (view === null || state === null) return null;
  if (state.status === 'merged') return readSurvivor(house, state.survivorId);
  const { trackingNumber, status } = state;
  const answers = await answersForOthers(house, state);
  const clock = runningClock(state, house.now(), await calendarOf(house));
  return {
    trackingNumber,
    status,
    holder: holderIn(view, state),
    clock,
    answers,
    alsoReported: view.followers,
    final: state.final,
  };
}
