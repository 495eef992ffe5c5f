import { millisOf, type Instant } from '../../calendar/index.ts';
import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { submitComplaint } from '../../complaint/submit-complaint.ts';
import { DEFAULT_DEADLINES } from '../../policy/deadline-policy.ts';
import type { ItemEvent } from '../../supervision/item-event.ts';
import { proposeItem } from '../../supervision/propose-item.ts';
import type { Importance } from '../../supervision/supervision-item.ts';
import { calendar2026 } from '../calendar-2026.ts';
import { complaintHistory } from '../complaint-history.ts';
import { itemHistory, type ItemStage } from '../item-history.ts';
import { triageAdmin } from '../people.ts';

/** What has happened before random work begins. */
export type Beginning = {
  readonly name: string;
  readonly now: Instant;
  readonly complaintEvents: readonly (readonly ComplaintEvent[])[];
  readonly itemEvents: readonly ItemEvent[];
};

/** Two complaints just filed and an item just opened; the second complainant of a listed item cannot be reached. */
export function fresh(now: Instant, importance: Importance): Beginning {
  const filed = [true, importance !== 'listed'].map((reachable, index) => [
    submitComplaint(
      {
        type: 'submit',
        id: `complaint-${index + 1}`,
        trackingNumber: `BH-2026-000${index + 1}`,
        channel: 'portal',
        complainantKind: 'citizen',
        openness: 'open',
        reachable,
        matterHash: `hash-${index}`,
      },
      { now, calendar: calendar2026, deadlines: DEFAULT_DEADLINES },
    ),
  ]);
  const proposed = proposeItem(
    {
      type: 'propose',
      id: 'item-1',
      number: 'DB-2026-0001',
      source: 'complaint',
      basis: 'Complaint BH-2026-0001',
      problem: 'The licence is not issued.',
      importance,
      complaintIds: importance === 'key' ? [] : ['complaint-1'],
    },
    { actor: triageAdmin, now, deadlines: DEFAULT_DEADLINES, doubles: [] },
  );
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  return { name: `fresh ${importance} ${now}`, now, complaintEvents: filed, itemEvents: proposed.events };
}

/** The item somewhere on its way, the first complaint under it, the second just filed; so many days later. */
export function underWay(stage: ItemStage, daysOn = 0): Beginning {
  const itemEvents = itemHistory(stage);
  const [submitted, ...others] = complaintHistory('submitted');
  if (submitted?.type !== 'ComplaintSubmitted') throw new Error('a history begins with the submission');
  const second = { ...submitted, id: 'complaint-2', trackingNumber: 'BH-2026-0002' };
  return {
    name: `under way ${stage} +${daysOn}`,
    now: new Date(millisOf(itemEvents.at(-1)?.at ?? submitted.at) + daysOn * 86_400_000).toISOString(),
    complaintEvents: [complaintHistory('under_supervision'), [second, ...others]],
    itemEvents,
  };
}
