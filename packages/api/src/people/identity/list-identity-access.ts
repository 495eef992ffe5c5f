import { findAccessIds, loadAccess, readNames, type DepartmentName } from '@bihuan/db';
import {
  hasRole,
  localDateOf,
  openFields,
  type AccessStatus,
  type Actor,
  type IdentityAccess,
  type IdentityField,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';

/** One request as custodian and auditor see it: who asks for what and why, never the case nor the person. */
export type AccessLine = {
  readonly id: string;
  readonly status: AccessStatus;
  readonly trackingNumber: string;
  readonly department: DepartmentName | null;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly fields: readonly IdentityField[];
  readonly untilOn: LocalDate | null;
  readonly decidedAt: Instant | null;
  readonly note: string;
};

export type AccessLists = {
  readonly waiting: readonly AccessLine[];
  readonly running: readonly AccessLine[];
  readonly ended: readonly AccessLine[];
  /** Today in Shanghai, for the end of a grant. */
  readonly today: LocalDate;
  readonly mayDecide: boolean;
};

const MOST = 200;

/** Requests that wait, grants and consents that run, and what is over; for custodians, and for auditors to read. */
export async function listIdentityAccess(house: House, actor: Actor): Promise<Result<AccessLists>> {
  if (!hasRole(actor, 'custodian', 'auditor')) return refusal('not_found');
  const [waiting, open, over] = await Promise.all([
    statesIn(house, ['requested', 'denied']),
    statesIn(house, ['granted', 'consented']),
    statesIn(house, ['refused', 'revoked', 'withdrawn']),
  ]);
  const now = house.now();
  const isRunning = (state: IdentityAccess) => openFields(state, now).length > 0;
  const ended = [...open.filter((state) => !isRunning(state)), ...over].toSorted((a, b) =>
    a.requestedAt < b.requestedAt ? 1 : -1,
  );
  const line = await lineWriter(house, [...waiting, ...open, ...over]);
  return done({
    waiting: waiting.map(line),
    running: open.filter(isRunning).map(line),
    ended: ended.slice(0, MOST).map(line),
    today: localDateOf(now),
    mayDecide: hasRole(actor, 'custodian'),
  });
}

async function statesIn(house: House, statuses: readonly AccessStatus[]): Promise<readonly IdentityAccess[]> {
  const ids = await findAccessIds(house.db, statuses, MOST);
  const loaded = await Promise.all(ids.map((id) => loadAccess(house.db, id)));
  return loaded.flatMap((one) => (one === null ? [] : [one.state]));
}

async function lineWriter(house: House, states: readonly IdentityAccess[]) {
  const [{ people, departments }, complaints] = await Promise.all([
    readNames(
      house.db,
      states.map(({ departmentId }) => departmentId),
      states.map(({ requestedBy }) => requestedBy),
    ),
    house.db.prisma.complaint.findMany({
      where: { id: { in: states.map(({ complaintId }) => complaintId) } },
      select: { id: true, trackingNumber: true },
    }),
  ]);
  const numbers = new Map(complaints.map(({ id, trackingNumber }) => [id, trackingNumber]));
  return (state: IdentityAccess): AccessLine => ({
    ...{ id: state.id, status: state.status, at: state.requestedAt, reason: state.reason },
    trackingNumber: numbers.get(state.complaintId) ?? '',
    department: departments.get(state.departmentId) ?? null,
    by: people.get(state.requestedBy)?.name ?? '',
    fields: 'fields' in state ? state.fields : state.asked,
    untilOn: state.status === 'granted' ? state.untilOn : null,
    decidedAt: 'decidedAt' in state ? state.decidedAt : null,
    note: 'note' in state ? state.note : '',
  });
}
