import type { TrackingView, TranslatedName } from '@bihuan/db';
import type {
  CallbackOutcome,
  CheckCallOutcome,
  Clock,
  Complexity,
  ContactField,
  DeclineReason,
  Due,
  Instant,
  Outcome,
  SatisfactionLevel,
} from '@bihuan/domain';
import { complaintEntries } from './complaint-timeline.ts';
import { itemEntries } from './item-timeline.ts';

/** Who did it, as far as the public is told: never a person of the office. */
export type Doer = 'complainant' | 'window' | 'office' | 'department' | 'review' | 'system';

type Entry<Kind extends string, Data = object> = {
  readonly kind: Kind;
  readonly at: Instant;
  readonly doer: Doer;
} & Readonly<Data>;

/** One line of the history, in facts; the words are the page's. */
export type TimelineEntry =
  | Entry<'submitted', { due: Due }>
  | Entry<'accepted', { category: TranslatedName | null; complexity: Complexity; due: Due }>
  | Entry<'declined', { reason: DeclineReason; competentBody: string; text: string }>
  | Entry<'merged' | 'joined', { number: string }>
  | Entry<'split', { numbers: readonly string[]; text: string }>
  | Entry<'reclassified', { complexity: Complexity; before: Due; due: Due; text: string }>
  | Entry<'unmerged' | 'confirmed' | 'closed_in_silence' | 'urged'>
  | Entry<'import_undone' | 'withdrawn' | 'disputed' | 'reopened' | 'supplemented', { text: string }>
  | Entry<'contact_corrected', { field: ContactField }>
  | Entry<'contact_removed', { rulesVersion: string }>
  | Entry<'answered', { outcome: Outcome; text: string }>
  | Entry<'settled', { outcome: Outcome; text: string }>
  | Entry<'under_supervision', { department: TranslatedName | null; round: number; due: Due }>
  | Entry<'asked', { text: string; due: Due }>
  | Entry<'replied', { text: string; due: Due }>
  | Entry<'question_timed_out', { due: Due }>
  | Entry<'rated', { level: SatisfactionLevel; text: string }>
  | Entry<'objected' | 'review_requested', { text: string; due: Due }>
  | Entry<'objection_upheld' | 'objection_rejected' | 'review_confirmed' | 'review_changed', { text: string }>
  | Entry<'finally_answered', { text: string }>
  | Entry<'check_called', { outcome: CheckCallOutcome }>
  | Entry<'called_back', { outcome: CallbackOutcome }>
  | Entry<'deadline_crossed', { clock: Clock['kind']; due: Due }>
  | Entry<'due_moved', { before: Due; due: Due }>
  | Entry<'extended', { text: string; before: Due; due: Due }>
  | Entry<'lead_named' | 'signed' | 'advancing' | 'completion_claimed', { department: TranslatedName | null }>
  | Entry<
      | 'verification_opened'
      | 'verified'
      | 'verification_failed'
      | 'watched'
      | 'long_running'
      | 'referred_up'
      | 'taken_up_again'
      | 'suspended'
      | 'resumed'
      | 'rebounded'
    >;

/** The public history, oldest first. Reasons, findings and reports inside the office are left out. */
export function timelineOf({ told, matter, departments }: TrackingView): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let lead: TranslatedName | null = null;
  let isUnderSupervision = false;
  for (const one of told) {
    if (one.stream === 'supervision_item') {
      if (one.event.type === 'ItemAssigned')
        lead = departments.get(one.event.assignment.leadDepartmentId) ?? null;
      if (isUnderSupervision) entries.push(...itemEntries(one.event, lead, departments));
    } else {
      isUnderSupervision ||= one.event.type === 'ComplaintPlacedUnderSupervision';
      entries.push(...complaintEntries(one, lead, matter.category));
    }
  }
  return entries.filter((entry) => !isToldWithTheComplaint(entry, entries)).sort(byMoment);
}

/** A lead named in the same moment in which the complaint came under it. */
function isToldWithTheComplaint({ kind, at }: TimelineEntry, entries: readonly TimelineEntry[]): boolean {
  return (
    kind === 'lead_named' && entries.some((other) => other.kind === 'under_supervision' && other.at === at)
  );
}

function byMoment(a: TimelineEntry, b: TimelineEntry): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
