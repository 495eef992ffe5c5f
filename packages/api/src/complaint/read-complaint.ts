import {
  loadComplaint,
  loadItem,
  readComplaintMatter,
  readContact,
  readNames,
  readStream,
  toDomainEvent,
  type ComplaintMatterView,
  type Names,
  type StoredEvent,
} from '@bihuan/db';
import {
  finalDossier,
  hasRole,
  type Actor,
  type Complaint,
  type ComplaintEvent,
  type ComplaintEventType,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { readOwnAccess } from '../people/identity/read-own-access.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { heldBackCallbacks } from '../supervision/held-back-callbacks.ts';
import { complaintMoves } from './complaint-moves.ts';
import type { ComplaintPage, ContactLookView, ContactView, ActedBy } from './complaint-page.ts';
import { complaintScope, isBehindFirewall } from './complaint-scope.ts';
import { maskContact } from './mask-contact.ts';
import { handlingRule } from '../policy/deadlines-of-case.ts';
import { previewReclassified } from './preview-reclassified.ts';
import { pausedClock, runningClock } from './tracking-clock.ts';

const schema = z.object({ complaintId: z.uuid() });

/**
 * Steps that tell how satisfied a person was, what they told the window in confidence, or why the office keeps a case; not for
 * departments.
 */
const OF_THE_OFFICE: readonly ComplaintEventType[] = [
  'LegalHoldPlaced',
  'LegalHoldLifted',
  'ComplaintRated',
  'CallbackRecorded',
  'CheckCallRecorded',
];

/**
 * A complaint as this person may see it: the matter for whoever has to do with it, contact data masked for the window and
 * triage and hidden from everybody else. `not_found` where it is not theirs.
 */
export async function readComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintPage>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { complaintId: id } = parsed.value;
  const [matter, loaded] = await Promise.all([
    readComplaintMatter(house.db, id, complaintScope(actor)),
    loadComplaint(house.db, id),
  ]);
  if (matter === null || loaded === null) return refusal('not_found');
  const { state, head } = loaded;
  const stored = await readStream(house.db, id);
  const names = await namesIn(house, matter, stored);
  const { hasContact, aboutDepartmentId, items, ...rest } = matter;
  const isHidden = isBehindFirewall(actor);
  const hide = await hiderFor(house, actor, [id]);
  const heldBack = heldBackCallbacks(await itemOf(house, state), actor);
  const page: ComplaintPage = {
    ...(isHidden && state.openness !== 'open' ? { ...rest, enterpriseName: '', creditCode: '' } : rest),
    ...(await clocksOf(house, state)),
    ...{ id, version: head.version, trackingNumber: state.trackingNumber, status: state.status },
    ...{ channel: state.channel, complainantKind: state.complainantKind, openness: state.openness },
    ...{ submittedAt: state.submittedAt, round: state.round, urges: state.urges, answers: state.answers },
    isReachable: state.reachable,
    complexity: 'complexity' in state ? state.complexity : null,
    question: state.status === 'awaiting_complainant' ? state.question : null,
    aboutDepartment: names.departments.get(aboutDepartmentId ?? '') ?? null,
    items: items.map(({ leadDepartmentId, ...item }) => ({
      ...item,
      lead: names.departments.get(leadDepartmentId ?? '') ?? null,
    })),
    contact: await contactFor(house, actor, id, hasContact),
    contactRemoved: state.contactRemoved,
    identity: await readOwnAccess(house, actor, id, hasContact),
    looks: await looksFor(house, actor, id),
    dossier: isHidden ? null : finalDossier(stored.map((one) => toDomainEvent<ComplaintEvent>(one))),
    callbacks: isHidden
      ? []
      : state.callbacks
          .filter(({ at }) => !heldBack.has(at))
          .map(({ at, outcome, answers }) => ({ at, outcome, answers })),
    ratings: isHidden ? [] : state.ratings,
    timeline: timelineOf(stored, names, isHidden).filter(
      ({ event }) => event.type !== 'CallbackRecorded' || !heldBack.has(event.at),
    ),
    categoryNames: await categoryNames(house, stored),
    moves: await complaintMoves(house, actor, state),
    reclassified: await previewReclassified(house, actor, state),
    rule: await handlingRule(house, state),
  };
  return done(hide.matter(page, [id]));
}

async function itemOf(house: House, state: Complaint) {
  const itemId = 'itemId' in state ? state.itemId : null;
  return itemId === null ? null : ((await loadItem(house.db, itemId))?.state ?? null);
}

async function clocksOf(house: House, state: Complaint): Promise<Pick<ComplaintPage, 'clock' | 'resting'>> {
  const [calendar, now] = [await calendarOf(house), house.now()];
  const resting = state.status === 'awaiting_complainant' ? pausedClock(state, now, calendar) : null;
  return { clock: runningClock(state, now, calendar), resting };
}

function namesIn(house: House, matter: ComplaintMatterView, stored: readonly StoredEvent[]): Promise<Names> {
  const actors = stored.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor] : []));
  const departments = [
    matter.aboutDepartmentId,
    ...matter.items.map(({ leadDepartmentId }) => leadDepartmentId),
  ];
  return readNames(
    house.db,
    [...departments.filter((id) => id !== null), ...actors.map(({ departmentId }) => departmentId)],
    actors.flatMap(({ staffId, forStaffId = staffId }) => [staffId, forStaffId]),
  );
}

function timelineOf(
  stored: readonly StoredEvent[],
  { people, departments }: Names,
  isHidden: boolean,
): ComplaintPage['timeline'] {
  const doer = ({ type, actor }: StoredEvent): ActedBy => {
    if (type === 'DeadlineCrossed' || actor.kind === 'system') return { kind: 'system' };
    if (actor.kind === 'complainant') return { kind: 'complainant' };
    const department = departments.get(actor.departmentId) ?? null;
    const absent = actor.forStaffId === undefined ? undefined : people.get(actor.forStaffId)?.name;
    const forName = absent === undefined ? {} : { forName: absent };
    return { kind: 'staff', name: people.get(actor.staffId)?.name ?? '', department, ...forName };
  };
  return stored
    .map((one) => ({ event: toDomainEvent<ComplaintEvent>(one), by: doer(one) }))
    .filter(({ event }) => !isHidden || !OF_THE_OFFICE.includes(event.type));
}

async function contactFor(house: House, actor: Actor, id: string, hasContact: boolean): Promise<ContactView> {
  if (!hasRole(actor, 'clerk', 'triage_admin')) return { kind: 'hidden' };
  const contact = hasContact ? await readContact(house.db, id, house.keyring) : null;
  return contact === null ? { kind: 'none' } : { kind: 'masked', ...maskContact(contact) };
}

async function looksFor(
  house: House,
  actor: Actor,
  complaintId: string,
): Promise<readonly ContactLookView[]> {
  if (!hasRole(actor, 'clerk', 'triage_admin', 'auditor')) return [];
  const looks = await house.db.prisma.contactLook.findMany({
    where: { complaintId },
    orderBy: { at: 'desc' },
    take: 50,
  });
  const { people } = await readNames(
    house.db,
    [],
    looks.map(({ staffId }) => staffId),
  );
  return looks.map(({ at, staffId, reason }) => ({
    at: at.toISOString(),
    by: people.get(staffId)?.name ?? '',
    reason,
  }));
}

async function categoryNames(
  house: House,
  stored: readonly StoredEvent[],
): Promise<ComplaintPage['categoryNames']> {
  const codes = stored.flatMap(({ data }) =>
    typeof data['category'] === 'string' ? [data['category']] : [],
  );
  if (codes.length === 0) return {};
  const rows = await house.db.prisma.category.findMany({ where: { code: { in: codes } } });
  return Object.fromEntries(rows.map(({ code, name, nameEn }) => [code, { name, nameEn }]));
}
