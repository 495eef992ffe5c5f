import type { ActedEvent, TranslatedName } from '@bihuan/db';
import type { Instant, ItemEvent, ItemEventType } from '@bihuan/domain';
import type { TimelineEntry } from './tracking-timeline.ts';

type PlainKind =
  'verification_opened' | 'verified' | 'verification_failed' | 'watched' | 'long_running' | 'referred_up';

/** Steps of the item that are told without any of their data. All types not named here stay inside the office. */
const TOLD: Readonly<
  Partial<Record<ItemEventType, PlainKind | 'taken_up_again' | 'suspended' | 'resumed' | 'rebounded'>>
> = {
  VerificationOpened: 'verification_opened',
  ItemStruckOff: 'verified',
  ItemSentToRework: 'verification_failed',
  ItemWatched: 'watched',
  ItemMadeLongRunning: 'long_running',
  ItemReferredUp: 'referred_up',
  ItemTakenUpAgain: 'taken_up_again',
  ItemSuspended: 'suspended',
  ItemResumed: 'resumed',
  ItemRebounded: 'rebounded',
};

/**
 * What the item went through since the complaint came under it, in general words. `placedAt`: moments at which the lead is
 * told with the complaint itself, and not a second time here.
 */
export function itemTimeline(
  events: readonly ActedEvent<ItemEvent>[],
  departments: ReadonlyMap<string, TranslatedName>,
  since: Instant,
  placedAt: readonly Instant[],
): readonly TimelineEntry[] {
  let leadId = '';
  const entries: TimelineEntry[] = [];
  for (const { event } of events) {
    if (event.type === 'ItemAssigned') leadId = event.assignment.leadDepartmentId;
    if (event.at < since) continue;
    const { at } = event;
    const department = departments.get(leadId) ?? null;
    const told = TOLD[event.type];
    if (told !== undefined) entries.push({ kind: told, at, doer: 'office' });
    if (event.type === 'ItemAssigned' && !placedAt.includes(at))
      entries.push({ kind: 'lead_named', at, doer: 'office', department });
    if (event.type === 'ItemSigned')
      entries.push({ kind: 'signed', at, doer: event.isSilent ? 'system' : 'department', department });
    if (event.type === 'ProgressReported') {
      const reporter = departments.get(event.report.departmentId) ?? department;
      entries.push({ kind: 'advancing', at, doer: 'department', department: reporter });
    }
    if (event.type === 'StrikeOffRequested')
      entries.push({ kind: 'completion_claimed', at, doer: 'department', department });
  }
  return entries;
}
