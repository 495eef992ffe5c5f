import type { TranslatedName } from '@bihuan/db';
import type { ItemEvent, ItemEventType } from '@bihuan/domain';
import type { TimelineEntry } from './tracking-timeline.ts';

type PlainKind =
  | 'verification_opened'
  | 'verified'
  | 'verification_failed'
  | 'watched'
  | 'long_running'
  | 'referred_up';

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

/** What one event of the item is told as, in general words; `lead` is the department that leads at that moment. */
export function itemEntries(
  event: ItemEvent,
  lead: TranslatedName | null,
  departments: ReadonlyMap<string, TranslatedName>,
): readonly TimelineEntry[] {
  const { at } = event;
  switch (event.type) {
    case 'ItemAssigned':
      return [{ kind: 'lead_named', at, doer: 'office', department: lead }];
    case 'ItemSigned':
      return [{ kind: 'signed', at, doer: event.isSilent ? 'system' : 'department', department: lead }];
    case 'ProgressReported': {
      const department = departments.get(event.report.departmentId) ?? lead;
      return [{ kind: 'advancing', at, doer: 'department', department }];
    }
    case 'StrikeOffRequested':
      return [{ kind: 'completion_claimed', at, doer: 'department', department: lead }];
    default: {
      const kind = TOLD[event.type];
      return kind === undefined ? [] : [{ kind, at, doer: 'office' }];
    }
  }
}
