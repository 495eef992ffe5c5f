import {
  loadItem,
  type NoticeAbout,
  readSnapshot,
  readStream,
  toDomainEvent,
  type StoredEvent,
} from '@bihuan/db';
import {
  addDays,
  assignmentOf,
  escalateComplaint,
  foldComplaint,
  foldIndicator,
  foldInspection,
  foldItem,
  foldSheet,
  isLateWithOffice,
  localDateOf,
  noticeOfComplaint,
  noticeOfIndicator,
  noticeOfInspection,
  noticeOfItem,
  noticeOfSheet,
  type Audience,
  type ComplaintEvent,
  type DeadlinePolicy,
  type DeclineReason,
  type Due,
  type IndicatorEvent,
  type InspectionEvent,
  type ItemEvent,
  type LocalDate,
  type NoticeEvent,
  ownerIdsOf,
  rollForward,
  shownDefinition,
  type SheetEvent,
  standingFindings,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import {
  factsOfAdjustment,
  factsOfBulletin,
  factsOfPolicy,
  lastPlaceSigners,
  resultEnterer,
} from './facts-of-signatures.ts';
import { escalationPosts } from '../supervision/escalation-posts.ts';

/** month: `2026-10` of a bulletin; special: a special report, on the item of that number. */
export type NoticeSubject =
  | { readonly of: 'period'; readonly period: string }
  | { readonly of: 'month'; readonly month: string }
  | { readonly of: 'special'; readonly number: string }
  | { readonly of: 'policy'; readonly kind: string };

/** What happened and whom it concerns. Nothing of the person is in it. */
export type NoticeFacts = {
  readonly notice: NoticeEvent;
  readonly about: NoticeAbout;
  readonly id: string;
  /** Null where the event is of anything but a complaint. */
  readonly trackingNumber: string | null;
  /** The number of the item, of the inspection or of the indicator. */
  readonly itemNumber: string | null;
  /** What has a name in place of a number; null elsewhere. */
  readonly subject: NoticeSubject | null;
  /** By when the next thing happens; null where nothing has a date. */
  readonly due: Due | null;
  /** How many answers were published so far. */
  readonly answers: number;
  /** The last day for rating or for reopening. */
  readonly until: LocalDate | null;
  readonly declined: { readonly reason: DeclineReason; readonly competentBody: string } | null;
  readonly category: string | null;
  readonly leadDepartmentId: string | null;
  readonly cooperatingDepartmentIds: readonly string[];
  readonly inspectorId: string | null;
  /** What whoever is meant was told of the same day by a notice before: of a date that was missed, and of it once more. */
  readonly heard: NoticeFacts | null;
  /** The persons meant, whatever their roles, and as whom they are told; null where roles say who is meant. */
  readonly named: { readonly staffIds: readonly string[]; readonly audience: Audience } | null;
  /** Of an inspection: its team. */
  readonly memberIds: readonly string[];
  /** Departments with a finding of an inspection, that own the indicator, or of the sheet. */
  readonly concernedIds: readonly string[];
  /** Who may not put the second signature: these persons and whoever acts for them, these departments. */
  readonly barred: { readonly staffIds: readonly string[]; readonly departmentIds: readonly string[] };
  /** Who did it, and so needs not be told. */
  readonly actorId: string | null;
};

/** The facts of an event that is told of; null where it is not there or nobody is told of it. */
export async function noticeFacts(
  house: House,
  about: NoticeAbout,
  occasion: string,
): Promise<NoticeFacts | null> {
  if (about === 'policy') return factsOfPolicy(house, occasion);
  const [id = '', version = ''] = occasion.split(':');
  return factsOfStream(house, about, id, Number(version));
}

async function factsOfStream(
  house: House,
  about: Exclude<NoticeAbout, 'policy'>,
  id: string,
  version: number,
): Promise<NoticeFacts | null> {
  const stream = await readStream(house.db, id);
  const stored = stream[version - 1];
  if (stored === undefined) return null;
  const seen = stream.slice(0, version);
  if (about === 'complaint') return ofComplaint(house, id, stored, seen);
  if (about === 'bulletin') return factsOfBulletin(id, stored, seen);
  if (about === 'adjustment') return factsOfAdjustment(id, stored, seen);
  if (about === 'indicator') return ofIndicator(id, stored, seen);
  if (about === 'sheet') return ofSheet(house, id, stored, seen);
  return about === 'item' ? ofItem(house, id, stored, seen) : ofInspection(id, stored, seen);
}

async function ofComplaint(
  house: House,
  id: string,
  stored: StoredEvent,
  seen: readonly StoredEvent[],
): Promise<NoticeFacts | null> {
  const event = toDomainEvent<ComplaintEvent>(stored);
  const notice = noticeOfComplaint(event);
  const state = foldComplaint(seen.map((one) => toDomainEvent<ComplaintEvent>(one)));
  if (notice === null || state === null) return null;
  const itemId = 'itemId' in state ? state.itemId : null;
  const item = itemId === null ? null : ((await loadItem(house.db, itemId))?.state ?? null);
  const deadlines = await deadlinesOf(house, state.deadlineVersion);
  const up =
    event.type === 'DeadlineCrossed' && isLateWithOffice(item?.status ?? null)
      ? escalateComplaint(event.level, await escalationPosts(house), deadlines.escalationFallback)
      : null;
  // The triage admins who are there hear of the date itself as their posts do.
  const goesUp = up !== null && (up.tier === 'leader' || up.missing !== null);
  return {
    ...(item === null ? NOBODY : concerned(item)),
    notice: goesUp ? (up.missing === null ? 'complaint_escalated' : 'complaint_escalated_instead') : notice,
    about: 'complaint',
    id,
    trackingNumber: state.trackingNumber,
    itemNumber: item?.number ?? null,
    subject: null,
    due: dueOf(event),
    answers: state.answers.length,
    until: lastDayOf(event, deadlines),
    declined:
      event.type === 'ComplaintDeclined'
        ? { reason: event.reason, competentBody: event.competentBody }
        : null,
    category: 'category' in state ? state.category : null,
    heard: null,
    named: goesUp ? { staffIds: up.staffIds, audience: up.missing === null ? up.tier : 'triage' } : null,
    actorId: actorIdOf(stored),
  };
}

async function ofItem(
  house: House,
  id: string,
  stored: StoredEvent,
  seen: readonly StoredEvent[],
): Promise<NoticeFacts | null> {
  const event = toDomainEvent<ItemEvent>(stored);
  const notice = noticeOfItem(event);
  const item = foldItem(seen.map((one) => toDomainEvent<ItemEvent>(one)));
  if (notice === null || item === null) return null;
  return {
    ...whoIsMeant(event, item),
    notice,
    about: 'item',
    id,
    trackingNumber: null,
    itemNumber: item.number,
    subject: null,
    due: dueOf(event),
    answers: 0,
    until: null,
    declined: null,
    category: null,
    heard: await heardBefore(house, id, event, seen),
    named: event.type === 'ItemEscalated' ? { staffIds: event.staffIds, audience: audienceOf(event) } : null,
    actorId: actorIdOf(stored),
  };
}

/** Of a step to the handler: the date being missed, where the office was not open since. */
async function heardBefore(
  house: House,
  id: string,
  event: ItemEvent,
  seen: readonly StoredEvent[],
): Promise<NoticeFacts | null> {
  if (event.type !== 'ItemEscalated' || event.tier !== 'handler') return null;
  const crossing = seen.findLastIndex((one) => {
    const before = toDomainEvent<ItemEvent>(one);
    return (
      before.type === 'DeadlineCrossed' &&
      before.deadline === event.deadline &&
      before.ref === event.ref &&
      before.due.date === event.due.date
    );
  });
  const stored = seen[crossing];
  if (stored === undefined) return null;
  const isSameDay = rollForward(localDateOf(stored.at), await calendarOf(house)) >= localDateOf(event.at);
  return isSameDay ? ofItem(house, id, stored, seen.slice(0, crossing + 1)) : null;
}

function ofInspection(id: string, stored: StoredEvent, seen: readonly StoredEvent[]): NoticeFacts | null {
  const notice = noticeOfInspection(toDomainEvent<InspectionEvent>(stored));
  const inspection = foldInspection(seen.map((one) => toDomainEvent<InspectionEvent>(one)));
  if (notice === null || inspection === null) return null;
  return {
    ...NOBODY,
    notice,
    about: 'inspection',
    id,
    trackingNumber: null,
    itemNumber: inspection.number,
    subject: null,
    due: null,
    answers: 0,
    until: null,
    declined: null,
    category: null,
    memberIds: inspection.team.map(({ staffId }) => staffId),
    concernedIds: standingFindings(inspection).map(({ departmentId }) => departmentId),
    heard: null,
    named: null,
    actorId: actorIdOf(stored),
  };
}

function ofIndicator(id: string, stored: StoredEvent, seen: readonly StoredEvent[]): NoticeFacts | null {
  const event = toDomainEvent<IndicatorEvent>(stored);
  const notice = noticeOfIndicator(event);
  const indicator = foldIndicator(seen.map((one) => toDomainEvent<IndicatorEvent>(one)));
  if (notice === null || indicator === null) return null;
  return {
    ...NOBODY,
    ...{ notice, about: 'indicator', id, trackingNumber: null, itemNumber: indicator.number, due: null },
    subject: null,
    ...{ answers: 0, until: null, declined: null, category: null, heard: null, named: null },
    concernedIds: ownerIdsOf(shownDefinition(indicator)),
    ...resultEnterer(event, indicator),
    actorId: actorIdOf(stored),
  };
}

/** A ruling is told to the department that objected, everything else to all departments of the sheet. */
async function ofSheet(
  house: House,
  id: string,
  stored: StoredEvent,
  seen: readonly StoredEvent[],
): Promise<NoticeFacts | null> {
  const event = toDomainEvent<SheetEvent>(stored);
  const notice = noticeOfSheet(event);
  const sheet = foldSheet(seen.map((one) => toDomainEvent<SheetEvent>(one)));
  if (notice === null || sheet === null) return null;
  const objected = 'objectionId' in event && sheet.objections.find((one) => one.id === event.objectionId);
  const snapshot = objected ? null : await readSnapshot(house.db, id, sheet.edition);
  return {
    ...NOBODY,
    notice,
    about: 'sheet',
    id,
    trackingNumber: null,
    itemNumber: null,
    subject: { of: 'period', period: sheet.period },
    due: event.type === 'SheetOpened' ? { date: event.objectUntil, half: 'pm', provisional: false } : null,
    answers: 0,
    until: null,
    declined: null,
    category: null,
    leadDepartmentId: objected ? objected.departmentId : null,
    concernedIds: snapshot?.sheet.departments.map(({ departmentId }) => departmentId) ?? [],
    heard: null,
    ...lastPlaceSigners(event, seen),
    actorId: actorIdOf(stored),
  };
}

type Concerned = Pick<
  NoticeFacts,
  'leadDepartmentId' | 'cooperatingDepartmentIds' | 'inspectorId' | 'memberIds' | 'concernedIds' | 'barred'
>;

const NOBODY: Concerned = {
  leadDepartmentId: null,
  cooperatingDepartmentIds: [],
  inspectorId: null,
  memberIds: [],
  concernedIds: [],
  barred: { staffIds: [], departmentIds: [] },
};

/** Lateness is told to whose deadline it was; a verification's is the inspector's alone. */
function whoIsMeant(event: ItemEvent, item: SupervisionItem): Concerned {
  const all = concerned(item);
  if (event.type === 'ReportRejected' || event.type === 'DirectiveGiven')
    return { ...NOBODY, leadDepartmentId: event.departmentId };
  if (event.type !== 'DeadlineCrossed' && event.type !== 'DeadlineNeared') return all;
  if (event.deadline === 'verification') return { ...NOBODY, inspectorId: all.inspectorId };
  return { ...NOBODY, leadDepartmentId: event.departmentId };
}

/** As whom a step up the chain is told; whoever stands in for a level as its office would be. */
function audienceOf({ tier, missing, departmentId }: ItemEvent & { type: 'ItemEscalated' }): Audience {
  if (missing !== null) return 'triage';
  if (tier === 'handler') return departmentId === '' ? 'inspector' : 'lead_officer';
  return tier === 'head' ? 'lead_head' : tier;
}

function concerned(item: SupervisionItem): Concerned {
  const assignment = assignmentOf(item);
  const lead = assignment?.leadDepartmentId ?? null;
  const owners = item.measures.map(({ departmentId }) => departmentId);
  const cooperating = new Set([...(assignment?.cooperatingDepartmentIds ?? []), ...owners]);
  return {
    ...NOBODY,
    leadDepartmentId: lead,
    cooperatingDepartmentIds: [...cooperating].filter((id) => id !== lead),
    inspectorId: 'inspectorId' in item ? item.inspectorId : null,
  };
}

function dueOf(event: ComplaintEvent | ItemEvent): Due | null {
  if (event.type === 'ItemAssigned') return event.assignment.signDue;
  if ('signDue' in event) return event.signDue;
  if ('due' in event) return event.due;
  return 'clock' in event && typeof event.clock === 'object' && event.clock !== null ? event.clock.due : null;
}

function lastDayOf(event: ComplaintEvent, deadlines: DeadlinePolicy): LocalDate | null {
  switch (event.type) {
    case 'AnswerPublished':
    case 'ComplaintSettledOnTheSpot':
      return addDays(localDateOf(event.at), deadlines.ratingCalendarDays);
    case 'ComplaintClosedInSilence':
      return addDays(localDateOf(event.at), deadlines.reopenCalendarDays);
    default:
      return null;
  }
}

function actorIdOf({ actor }: StoredEvent): string | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}
