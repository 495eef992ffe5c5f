import type { Found, GamingSignal } from '@bihuan/domain';
import type { StreamHead } from '../../audit/append-events.ts';

/** What makes a signal one: a thing found again is the same signal. */
export function gamingKey({ kind, departmentId, period, subjectId }: Found): string {
  return subjectId === null ? `${kind}:${departmentId}:${period}` : `${kind}:${subjectId}:${period}`;
}

/** The columns of `gaming_signal`, all of which its events fold to. */
export function gamingSignalRow(state: GamingSignal, head: StreamHead) {
  return {
    id: state.id,
    key: gamingKey(state),
    kind: state.kind,
    department_id: state.departmentId,
    period: state.period,
    status: state.status,
    raised_at: state.raisedAt,
    grown_at: state.grownAt,
    state,
    version: head.version,
    head_hash: head.hash,
  };
}
