import { loadComplaints, readLedgerLines, readStream, toDomainEvent, type StoredEvent } from '@bihuan/db';
import {
  foldItem,
  isPast,
  lookAgainOn,
  mayAddEvidence,
  visibleAssessments,
  visibleFindings,
  type Actor,
  type Complaint,
  type Instant,
  type ItemEvent,
  type PublicNotice,
  type SupervisionItem,
} from '@bihuan/domain';
import { z } from 'zod';
import { seesSheet } from '../appraisal/sheet-scope.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { indicatorOfItem } from '../appraisal/indicator/indicator-of-item.ts';
import { inspectionOfItem } from '../inspection/inspection-of-item.ts';
import { listEvidence } from '../attachment/list-evidence.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { exceptedTerms } from '../policy/deadlines-of-case.ts';
import { deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { Work } from '../work.ts';
import { directivesOf, extensionsOf, reportsOf } from './beside-the-work.ts';
import { cooperationOf } from './cooperation/cooperation-of.ts';
import { escalationsOf } from './escalations.ts';
import { daysUsedOf } from './days-used.ts';
import { measuresOf, responsibilityOf } from './item-responsibility.ts';
import { itemScope, seesItem } from './item-scope.ts';
import { itemEntries } from './item-timeline.ts';
import { verificationOf } from './item-verification.ts';
import type { ItemView, PersonView } from './item-view.ts';
import { linkedComplaints } from './linked-complaints.ts';
import { shownNames, type Shown } from './shown-names.ts';
import { weighActions } from './weigh-actions.ts';
import { visitsOf, type VisitView } from './visits-of.ts';
import { whoseBall } from './whose-ball.ts';

const schema = z.object({ itemId: z.uuid() });

/**
 * An item as this person may see it: findings only by the blind rule, the matter of linked complaints and never the person,
 * and what may be done next. An item outside their scope is `not_found`.
 */
export async function readItem(house: House, actor: Actor, raw: unknown): Promise<Result<ItemView>> {
  const parsed = parseInput(schema, raw);
  const stored = parsed.ok ? await readStream(house.db, parsed.value.itemId) : [];
  if (stored[0]?.stream !== 'supervision_item') return refusal('not_found');
  const item = foldItem(stored.map((event) => toDomainEvent<ItemEvent>(event)));
  if (item === null || !seesItem(actor, item)) return refusal('not_found');
  const shown = await shownNames(house, item, stored);
  const visible = visibleFindings(item.findings, actor.kind === 'staff' ? actor.staffId : '');
  const withheldFindingIds = new Set(
    item.findings.filter((one) => !visible.includes(one)).map(({ id }) => id),
  );
  const isOfDepartment = itemScope(actor).kind === 'department';
  const hide = await hiderFor(house, actor, item.complaintIds);
  const { id, number, status, source, importance, proposedAt, returns, reworks } = item;
  const { basis, problem } = hide.matter({ basis: item.basis, problem: item.problem }, item.complaintIds);
  const numbers = await citedNumbers(house, stored);
  const visits = visitsOf(stored, shown);
  const assessed = visibleAssessments(
    item,
    isOfDepartment && actor.kind === 'staff' ? actor.departmentId : null,
  );
  const withheldAssessments = new Set(
    item.assessments
      .filter((one) => !assessed.includes(one))
      .map((one) => `${one.departmentId} ${one.aboutId}`),
  );
  const telling = { shown, withheldFindingIds, withheldAssessments, isOfDepartment, numbers };
  const view: ItemView = {
    ...{ id, number, status, source, basis, problem, importance, proposedAt, returns, reworks },
    version: stored.length,
    mostReturns: (await deadlinesOf(house, item.deadlineVersion)).maxReturns,
    proposedBy: shown.person(item.proposedBy),
    responsibility: await responsibilityOf(house, item, shown, designatedBy(stored, shown)),
    exceptedTerms: await exceptedTerms(house, item, await complaintsOf(house, item.complaintIds)),
    measures: await measuresOf(house, actor, item, shown),
    complaints: await linkedComplaints(house, actor, item.complaintIds),
    reports: reportsOf(item, shown),
    extensions: extensionsOf(item, shown),
    directives: directivesOf(item, actor, shown),
    teams: item.teams.map(({ purpose, at, by, memberIds }) => ({
      ...{ purpose, at, by: shown.person(by) },
      members: memberIds.flatMap((member) => shown.person(member) ?? []),
    })),
    cooperation: cooperationOf(item, actor, isOfDepartment, shown),
    notice: noticeView(item.notice, isOfDepartment, house.now()),
    escalations: escalationsOf(item, shown),
    lookAgainOn: lookAgainOn(item),
    visits,
    evidence: await listEvidence(house, actor, item),
    mayAttachTo: placesFor(actor, item, visits),
    inspection: await inspectionOfItem(house, actor, id),
    indicator: await indicatorOfItem(house, actor, id),
    verification: verificationOf(item, visible, shown, isOfDepartment),
    ball: whoseBall(item, await deadlinesOf(house, item.deadlineVersion), shown, house.now()),
    daysUsed: await daysUsedOf(house, stored, shown),
    timeline: itemEntries(stored, telling).map((entry) =>
      entry.type === 'ItemProposed' ? hide.matter(entry, item.complaintIds) : entry,
    ),
    actions: await weighActions(new Work(house, actor), actor, item),
    scoreLines: (await readLedgerLines(house.db, { itemId: id }, 200)).map((line) => ({
      ...hide.matter(line, item.complaintIds),
      department: shown.department(line.departmentId),
      isSheetOpen: seesSheet(actor, line.departmentId),
    })),
  };
  return done(hide.work(view, item.complaintIds));
}

function placesFor(
  actor: Actor,
  item: SupervisionItem,
  visits: readonly VisitView[],
): ItemView['mayAttachTo'] {
  const refs = visits.map(({ ref }) => ref);
  return [
    ...item.measures.map(({ id: ref }) => ({ of: 'measure' as const, ref })),
    ...item.reports.map(({ id: ref }) => ({ of: 'report' as const, ref })),
    ...refs.map((ref) => ({ of: 'visit' as const, ref })),
  ].filter((place) => mayAddEvidence(actor, item, place, refs).ok);
}

/** What the public objected is for the office to weigh; departments read that something came, and what was ruled. */
function noticeView(notice: PublicNotice | null, isOfDepartment: boolean, now: Instant): ItemView['notice'] {
  if (notice === null) return null;
  const objections = notice.objections.map((one) => (isOfDepartment ? { ...one, text: '' } : one));
  return { ...notice, objections, isRunning: !isPast(notice.until, now) };
}

/** Who signed the assignment that stands, where it is a designation. */
function designatedBy(stored: readonly StoredEvent[], shown: Shown): PersonView | null {
  const assigned = stored.findLast(({ type }) => type === 'ItemAssigned');
  return assigned?.actor.kind === 'staff' ? shown.person(assigned.actor.staffId) : null;
}

async function complaintsOf(house: House, ids: readonly string[]): Promise<readonly Complaint[]> {
  const loaded = await loadComplaints(house.db, ids);
  return ids.flatMap((id) => loaded.get(id)?.state ?? []);
}

async function citedNumbers(
  house: House,
  stored: readonly StoredEvent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = stored
    .map((event) => toDomainEvent<ItemEvent>(event))
    .flatMap((event) => (event.type === 'ReturnRuled' && event.precedent ? [event.precedent.itemId] : []));
  if (ids.length === 0) return new Map();
  const select = { id: true, number: true };
  const rows = await house.db.prisma.supervisionItem.findMany({ where: { id: { in: ids } }, select });
  return new Map(rows.map(({ id, number }) => [id, number]));
}
