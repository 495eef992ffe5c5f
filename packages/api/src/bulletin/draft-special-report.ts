import {
  firstSpecialTexts,
  loadItem,
  NEW_HEAD,
  saveBulletin,
  saveChange,
  SPECIAL_FORM,
  type LoadedItem,
} from '@bihuan/db';
import {
  assignmentOf,
  evolveBulletin,
  hasRole,
  isDisposed,
  isPast,
  lastRunningMoment,
  localDateOf,
  SPECIAL_OCCASIONS,
  workingDaysLate,
  type Actor,
  type BulletinEvent,
  type SpecialFacts,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { bulletinNotices } from '../notification/notices-of-events.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { eventActor } from '../work.ts';
import type { ChangedBulletin } from './change-bulletin.ts';

const schema = z.object({ number: typedText(1, 40), occasion: choice(SPECIAL_OCCASIONS) });

/** Drafts a special report (专报) on one urgent or sensitive item, named by its number, as it stands now. */
export async function draftSpecialReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  if (!hasRole(actor, 'triage_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { number, occasion } = parsed.value;
  const row = await house.db.prisma.supervisionItem.findUnique({
    where: { number: number.toUpperCase() },
    select: { id: true },
  });
  const item = row && (await loadItem(house.db, row.id));
  if (item === null) return badInput({ number: 'unknown_number' });
  const now = house.now();
  const facts = await factsOf(house, item, now);
  const texts = firstSpecialTexts(occasion, {
    late: facts.lateDays !== null,
    assigned: facts.assignedOn !== null,
  });
  const id = house.newId();
  const by = actor.staffId;
  const event: BulletinEvent = {
    type: 'BulletinDrafted',
    ...{ at: now, id, kind: 'special', month: null, by, form: SPECIAL_FORM, texts },
    snapshot: { of: 'matter', occasion, cutAt: now, facts },
  };
  const state = evolveBulletin(null, event);
  const statements = saveBulletin(state, NEW_HEAD, [event], eventActor(actor));
  const saved = await saveChange(house.db, { statements, jobs: bulletinNotices(id, 0, [event]) });
  return saved.ok ? done({ bulletinId: id, month: null, status: 'draft' }) : refusal('stale');
}

async function factsOf(house: House, { state }: LoadedItem, now: string): Promise<SpecialFacts> {
  const assignment = assignmentOf(state);
  const [cards, lead, calendar] = await Promise.all([
    house.db.prisma.cardRow.groupBy({
      by: ['colour'],
      where: { itemId: state.id, status: { in: ['issued', 'objected', 'upheld', 'cleared'] } },
      _count: true,
      orderBy: { colour: 'asc' },
    }),
    assignment === null
      ? null
      : house.db.prisma.department.findUnique({ where: { id: assignment.leadDepartmentId } }),
    calendarOf(house),
  ]);
  const cardsOf = (colour: string) => cards.find((one) => one.colour === colour)?._count ?? 0;
  const isLate =
    assignment !== null && !isDisposed(state) && isPast(assignment.deadline, lastRunningMoment(state, now));
  return {
    ...{ itemId: state.id, number: state.number, source: state.source, importance: state.importance },
    status: state.status,
    leadDepartment: lead?.name ?? null,
    assignedOn: assignment === null ? null : localDateOf(assignment.clock.start),
    deadlineOn: assignment?.deadline.date ?? null,
    lateDays: isLate ? workingDaysLate(assignment.deadline, now, calendar) : null,
    complaints: state.complaintIds.length,
    reports: state.reports.length,
    yellowCards: cardsOf('yellow'),
    redCards: cardsOf('red'),
    returns: state.returns,
    reworks: state.reworks,
  };
}
