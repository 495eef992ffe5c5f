import type { RowRef } from '../../bulletin/figure.ts';
import type { Instant } from '../../calendar/index.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { evolveComplaint } from '../../complaint/evolve-complaint.ts';
import { evolveItem } from '../../supervision/evolve-item.ts';
import type { ItemEvent } from '../../supervision/item-event.ts';
import { assignmentOf, type ItemStatus, type SupervisionItem } from '../../supervision/supervision-item.ts';

/** Who had an open case: the office, the complainant, the departments together, or one department by its id. */
export type Holder = 'office' | 'complainant' | 'department' | (string & {});

/** A stretch during which a case was open and lay with one holder. */
export type OpenSpan = {
  readonly row: RowRef;
  /** From when its age counts. */
  readonly since: Instant;
  readonly from: Instant;
  /** The first moment at which it was so no more; null where it still is. */
  readonly until: Instant | null;
  readonly holder: Holder;
};

/** A complaint from its filing on; while it is under supervision it lies with departments, asked or answered with the complainant. */
export function spansOfComplaint(events: readonly ComplaintEvent[]): readonly OpenSpan[] {
  return spansOf(events, evolveComplaint, (state) => ({
    row: { about: 'complaint', id: state.id, number: state.trackingNumber },
    holder: holderOfComplaint(state.status),
  }));
}

/** An item from the day it was proposed on, by who has to move: its lead department or the office. */
export function spansOfItem(events: readonly ItemEvent[]): readonly OpenSpan[] {
  return spansOf(events, evolveItem, (state) => ({
    row: { about: 'item', id: state.id, number: state.number },
    holder: holderOfItem(state),
  }));
}

const WITH_DEPARTMENT: readonly ItemStatus[] = ['assigned', 'signed', 'advancing', 'rework'];

function holderOfItem(state: SupervisionItem): Holder | null {
  if (state.status === 'struck_off') return null;
  if (!WITH_DEPARTMENT.includes(state.status)) return 'office';
  return assignmentOf(state)?.leadDepartmentId ?? 'office';
}

function holderOfComplaint(status: Complaint['status']): Holder | null {
  switch (status) {
    case 'declined':
    case 'merged':
    case 'split':
    case 'withdrawn':
    case 'settled_on_the_spot':
    case 'closed':
      return null;
    case 'awaiting_complainant':
    case 'answered':
      return 'complainant';
    case 'under_supervision':
      return 'department';
    case 'submitted':
    case 'accepted':
    case 'objected':
    case 'disputed':
    case 'reopened':
    case 'under_review':
      return 'office';
  }
}

type Running = { readonly row: RowRef; readonly holder: Holder; readonly from: Instant };

function spansOf<State, Event extends { readonly at: Instant }>(
  events: readonly Event[],
  evolve: (state: State | null, event: Event) => State,
  standing: (state: State) => { readonly row: RowRef; readonly holder: Holder | null },
): readonly OpenSpan[] {
  const spans: OpenSpan[] = [];
  const since = events[0]?.at ?? '';
  let state: State | null = null;
  let running = null as Running | null;
  for (const event of events) {
    state = evolve(state, event);
    const { row, holder } = standing(state);
    if (running?.holder === holder) continue;
    if (running !== null) spans.push({ ...running, since, until: event.at });
    running = holder === null ? null : { row, holder, from: event.at };
  }
  if (running !== null) spans.push({ ...running, since, until: null });
  return spans;
}
