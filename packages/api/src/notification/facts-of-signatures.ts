import { toDomainEvent, type SentBack, type StoredEvent } from '@bihuan/db';
import {
  foldAdjustment,
  foldBulletin,
  isInForce,
  NOTICE_OF_POLICY,
  noticeOfAdjustment,
  noticeOfBulletin,
  POLICY_STEPS,
  type AdjustmentEvent,
  type Audience,
  type BulletinEvent,
  type Indicator,
  type IndicatorEvent,
  type PolicyStep,
  type SheetEvent,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import type { NoticeFacts } from './notice-facts.ts';

type Signed = Pick<NoticeFacts, 'named' | 'barred'>;

const NOTHING_ELSE = {
  ...{ trackingNumber: null, itemNumber: null, due: null, answers: 0, until: null, declined: null },
  ...{ category: null, leadDepartmentId: null, cooperatingDepartmentIds: [], inspectorId: null },
  ...{ heard: null, memberIds: [], concernedIds: [] },
};

/**
 * A step of a draft of a policy; null where it does not stand any more, as when the draft was changed since. Who may sign second
 * hears of the first signature, and whoever drafted or signed it of the second.
 */
export async function factsOfPolicy(house: House, occasion: string): Promise<NoticeFacts | null> {
  const [kind = '', version = '', name = '', moment = ''] = occasion.split(':');
  const step = POLICY_STEPS.find((one) => one === name);
  const row = await house.db.prisma.policy.findUnique({ where: { kind_version: { kind, version } } });
  if (step === undefined || row === null) return null;
  const sentBack = row.sentBack as SentBack | null;
  const taken: Readonly<
    Record<PolicyStep, { readonly at: number | undefined; readonly byId: string | null }>
  > = {
    signed: { at: row.signedAt?.getTime(), byId: row.signedById },
    published: { at: row.createdAt.getTime(), byId: row.publishedById },
    sent_back: { at: sentBack === null ? undefined : Date.parse(sentBack.at), byId: sentBack?.byId ?? null },
  };
  const { at, byId } = taken[step];
  if (at !== Number(moment)) return null;
  const firsts = [row.draftedById, row.signedById, sentBack?.signedById ?? null];
  return {
    ...NOTHING_ELSE,
    ...{ notice: NOTICE_OF_POLICY[step], about: 'policy', id: kind, subject: { of: 'policy', kind } },
    ...(step === 'signed' ? waitingFor(row.signedById) : toldTo(firsts, 'appraisal', byId)),
    actorId: byId,
  };
}

/** A draft waits for whoever did not write in it; what became of it is told to those who did. */
export function factsOfBulletin(
  id: string,
  stored: StoredEvent,
  seen: readonly StoredEvent[],
): NoticeFacts | null {
  const events = seen.map((one) => toDomainEvent<BulletinEvent>(one));
  const notice = noticeOfBulletin(toDomainEvent<BulletinEvent>(stored));
  const bulletin = foldBulletin(events);
  if (notice === null || bulletin === null) return null;
  const approvers = events.flatMap((event) => (event.type === 'BulletinApproved' ? [event.by] : []));
  const actorId = actorIdOf(stored);
  const { snapshot, month, writtenBy, draftedBy } = bulletin;
  return {
    ...NOTHING_ELSE,
    ...{ notice, about: 'bulletin', id, actorId },
    subject:
      snapshot.of === 'matter'
        ? { of: 'special', number: snapshot.facts.number }
        : { of: 'month', month: month ?? '' },
    ...(notice === 'bulletin_to_approve'
      ? waitingFor(draftedBy)
      : toldTo(
          [draftedBy, ...writtenBy, ...(notice === 'bulletin_sent_back' ? approvers : [])],
          'triage',
          actorId,
        )),
  };
}

/** A line by hand waits for another person, of another department; what became of it is told to whoever proposed it. */
export function factsOfAdjustment(
  id: string,
  stored: StoredEvent,
  seen: readonly StoredEvent[],
): NoticeFacts | null {
  const notice = noticeOfAdjustment(toDomainEvent<AdjustmentEvent>(stored));
  const adjustment = foldAdjustment(seen.map((one) => toDomainEvent<AdjustmentEvent>(one)));
  if (notice === null || adjustment === null) return null;
  const { period, proposedById, departmentId } = adjustment;
  const actorId = actorIdOf(stored);
  return {
    ...NOTHING_ELSE,
    ...{ notice, about: 'adjustment', id, actorId, subject: { of: 'period', period } },
    ...(notice === 'adjustment_to_sign'
      ? waitingFor(proposedById, departmentId)
      : toldTo([proposedById], 'appraisal', actorId)),
  };
}

/** Of who loses the pay as the last: the same, within the events of a sheet. */
export function lastPlaceSigners(event: SheetEvent, seen: readonly StoredEvent[]): Signed {
  if (event.type === 'LastPlaceProposed') return waitingFor(event.by);
  if (event.type !== 'LastPlaceSigned' && event.type !== 'LastPlaceDropped') return waitingFor(null);
  const proposed = seen
    .map((one) => toDomainEvent<SheetEvent>(one))
    .findLast((one) => one.type === 'LastPlaceProposed' && one.groupId === event.groupId);
  return toldTo([proposed?.type === 'LastPlaceProposed' ? proposed.by : null], 'appraisal', event.by);
}

/** A result sent back is told to whoever entered it. */
export function resultEnterer(event: IndicatorEvent, indicator: Indicator): Signed {
  if (event.type !== 'ResultSentBack') return waitingFor(null);
  const result = isInForce(indicator) && indicator.results.find(({ id }) => id === event.resultId);
  return toldTo([result ? result.enteredBy : null], 'appraisal', event.by);
}

function waitingFor(firstId: string | null, departmentId?: string): Signed {
  const barred = {
    staffIds: firstId === null ? [] : [firstId],
    departmentIds: departmentId === undefined ? [] : [departmentId],
  };
  return { named: null, barred };
}

function toldTo(ids: readonly (string | null)[], audience: Audience, actorId: string | null): Signed {
  const staffIds = [...new Set(ids)].filter((id): id is string => id !== null && id !== actorId);
  return { named: { staffIds, audience }, barred: { staffIds: [], departmentIds: [] } };
}

function actorIdOf({ actor }: StoredEvent): string | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}
