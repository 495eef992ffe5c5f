import type { Due, Instant } from '../calendar/index.ts';
import type { DeadlineKind } from './item-event.ts';
import { isWithDepartments, signed } from './item-parts.ts';
import type { SupervisionItem, Suspended } from './supervision-item.ts';

/** The signed part of an item that comes back from the office, where it lay since the strike-off was asked for. */
export function backFromOffice(
  state: Extract<SupervisionItem, { requestedAt: unknown }>,
  backAt: Instant,
): ReturnType<typeof signed> {
  const since = { leftAt: state.requestedAt, backAt, reason: 'with_the_office' } as const;
  return { ...signed(state), interruptions: [...state.interruptions, since] };
}

/** The item as it was suspended. Where the departments had it, their clocks stood still since. */
export function resumed({ before, suspendedAt }: Suspended, backAt: Instant): SupervisionItem {
  if (before.status !== 'assigned' && !isWithDepartments(before)) return before;
  const since = { leftAt: suspendedAt, backAt, reason: 'suspended' } as const;
  return { ...before, interruptions: [...before.interruptions, since] };
}

/** The item with one of its dates moved; null where it has no such date. */
export function withDue(item: SupervisionItem, deadline: DeadlineKind, due: Due): SupervisionItem | null {
  switch (deadline) {
    case 'item':
      return 'assignment' in item ? { ...item, assignment: { ...item.assignment, deadline: due } } : null;
    case 'sign_for':
      return 'assignment' in item ? { ...item, assignment: { ...item.assignment, signDue: due } } : null;
    case 'heartbeat':
      return 'nextReportDue' in item ? { ...item, nextReportDue: due } : null;
    case 'verification':
      return item.status === 'verifying' ? { ...item, verificationDue: due } : null;
    case 'measure':
    case 'directive':
      return null;
  }
}
