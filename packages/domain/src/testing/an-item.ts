import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { evolveItem } from '../supervision/evolve-item.ts';
import type { ItemContext } from '../supervision/item-decision.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import type { ItemStatus, SupervisionItem } from '../supervision/supervision-item.ts';
import { calendar2026 } from './calendar-2026.ts';
import { itemHistory, type ItemStage } from './item-history.ts';
import { triageAdmin } from './people.ts';

type InState<Status extends ItemStatus> = Extract<SupervisionItem, { status: Status }>;

/**
 * An item in the state asked for, with fixed values: `anItem().verifying()`. What the proposal said can be given
 * otherwise: `anItem({ importance: 'key' })`.
 */
export function anItem(proposal: Parameters<typeof itemHistory>[1] = {}) {
  const after =
    <Status extends ItemStatus>(stage: ItemStage) =>
    () =>
      itemAfter(itemHistory(stage, proposal)) as InState<Status>;
  return {
    proposed: after<'proposed'>('proposed'),
    registered: after<'registered'>('registered'),
    assigned: after<'assigned'>('assigned'),
    returned: after<'returned'>('returned'),
    signed: after<'signed'>('signed'),
    advancing: after<'advancing'>('advancing'),
    overdue: after<'advancing'>('overdue'),
    ready: after<'advancing'>('ready'),
    strikeOffRequested: after<'strike_off_requested'>('strike_off_requested'),
    verifying: after<'verifying'>('verifying'),
    verifiedResolved: after<'verifying'>('verified_resolved'),
    verifiedUnresolved: after<'verifying'>('verified_unresolved'),
    inDisagreement: after<'verifying'>('in_disagreement'),
    rework: after<'rework'>('rework'),
    struckOff: after<'struck_off'>('struck_off'),
    watched: after<'watched'>('watched'),
    longRunning: after<'long_running'>('long_running'),
    referredUp: after<'referred_up'>('referred_up'),
    rebounded: after<'rebounded'>('rebounded'),
    suspended: after<'suspended'>('suspended'),
    /** The stage named by its code. */
    inStage: (stage: ItemStage): SupervisionItem => itemAfter(itemHistory(stage, proposal)),
  };
}

/** What events fold to. Throws where there are none. */
export function itemAfter(events: readonly ItemEvent[]): SupervisionItem {
  const state = events.reduce<SupervisionItem | null>(evolveItem, null);
  if (state === null) throw new Error('an item needs at least one event');
  return state;
}

/** A context on Monday 12 October 2026 at noon in Shanghai, acted in by the triage admin; callbacks are possible. */
export function anItemContext(given: Partial<ItemContext> = {}): ItemContext {
  return {
    actor: triageAdmin,
    now: '2026-10-12T04:00:00.000Z',
    calendar: calendar2026,
    deadlines: DEFAULT_DEADLINES,
    isCallbackPossible: true,
    complainedAboutIds: [],
    doubles: [],
    ...given,
  };
}
