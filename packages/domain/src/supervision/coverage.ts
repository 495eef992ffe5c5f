import type { ComplaintStatus } from '../complaint/complaint.ts';
import type { ItemStatus } from './supervision-item.ts';

/**
 * Why something open is covered by nobody, by no date, or by no step to come.
 * Source: domain.md, Supervision item: a page lists everything open that has no owner, no clock or no next step.
 */
export type Gap =
  | { readonly kind: 'no_owner'; readonly reason: OwnerGap }
  | {
      readonly kind: 'no_clock';
      readonly reason: 'waits_to_be_taken_up' | 'waits_to_be_assigned' | 'without_date';
    }
  | { readonly kind: 'no_next_step'; readonly reason: 'rests_without_date' | 'item_missing' };

export type OwnerGap =
  | 'no_triage_admin'
  | 'nobody_to_countersign'
  | 'no_leader'
  | 'no_lead_department'
  | 'department_without_staff'
  | 'inspector_left';

/** Who of the offices is there at all. */
export type Office = { readonly triageAdmins: number; readonly leaders: number };

export type OpenComplaintFacts = {
  readonly about: 'complaint';
  readonly status: ComplaintStatus;
  readonly hasClock: boolean;
  readonly hasItem: boolean;
};

export type OpenItemFacts = {
  readonly about: 'item';
  readonly status: ItemStatus;
  readonly hasClock: boolean;
  readonly returns: number;
  /** People of the lead department who may work on items; null where there is no lead. */
  readonly leadStaff: number | null;
  /** Whether the inspector still works here; null where none is named. */
  readonly isInspectorThere: boolean | null;
  /** People who may give the second signature: everybody but who proposed. */
  readonly countersigners: number;
};

/** Every gap of one open complaint or item; none where it is covered. */
export function gapsOf(
  facts: OpenComplaintFacts | OpenItemFacts,
  office: Office,
  maxReturns: number,
): readonly Gap[] {
  return facts.about === 'complaint' ? gapsOfComplaint(facts, office) : gapsOfItem(facts, office, maxReturns);
}

function gapsOfComplaint(
  { status, hasClock, hasItem }: OpenComplaintFacts,
  { triageAdmins }: Office,
): readonly Gap[] {
  const gaps: Gap[] = [];
  switch (status) {
    case 'submitted':
    case 'accepted':
      if (triageAdmins === 0) gaps.push({ kind: 'no_owner', reason: 'no_triage_admin' });
      if (!hasClock) gaps.push({ kind: 'no_clock', reason: 'without_date' });
      return gaps;
    case 'disputed':
    case 'reopened':
      if (triageAdmins === 0) gaps.push({ kind: 'no_owner', reason: 'no_triage_admin' });
      if (!hasClock) gaps.push({ kind: 'no_clock', reason: 'waits_to_be_taken_up' });
      return gaps;
    case 'under_supervision':
      if (!hasItem) gaps.push({ kind: 'no_next_step', reason: 'item_missing' });
      if (!hasClock) gaps.push({ kind: 'no_clock', reason: 'without_date' });
      return gaps;
    case 'awaiting_complainant':
    case 'answered':
    case 'objected':
    case 'under_review':
      return hasClock ? [] : [{ kind: 'no_clock', reason: 'without_date' }];
    case 'declined':
    case 'merged':
    case 'split':
    case 'withdrawn':
    case 'settled_on_the_spot':
    case 'closed':
      return [];
  }
}

function gapsOfItem(facts: OpenItemFacts, office: Office, maxReturns: number): readonly Gap[] {
  const owner = ownerGap(facts, office, maxReturns);
  const gaps: Gap[] = owner === null ? [] : [{ kind: 'no_owner', reason: owner }];
  if (facts.hasClock || facts.status === 'struck_off') return gaps;
  switch (facts.status) {
    case 'watched':
    case 'long_running':
    case 'referred_up':
    case 'suspended':
      return [...gaps, { kind: 'no_next_step', reason: 'rests_without_date' }];
    case 'proposed':
    case 'registered':
    case 'returned':
      return [...gaps, { kind: 'no_clock', reason: 'waits_to_be_assigned' }];
    default:
      return [...gaps, { kind: 'no_clock', reason: 'without_date' }];
  }
}

function ownerGap(facts: OpenItemFacts, office: Office, maxReturns: number): OwnerGap | null {
  switch (facts.status) {
    case 'proposed':
      return facts.countersigners === 0 ? 'nobody_to_countersign' : null;
    case 'returned':
      if (facts.returns >= maxReturns) return office.leaders === 0 ? 'no_leader' : null;
      return office.triageAdmins === 0 ? 'no_triage_admin' : null;
    case 'assigned':
    case 'signed':
    case 'advancing':
    case 'rework':
      if (facts.leadStaff === null) return 'no_lead_department';
      return facts.leadStaff === 0 ? 'department_without_staff' : null;
    case 'verifying':
      return facts.isInspectorThere === false ? 'inspector_left' : null;
    case 'struck_off':
      return null;
    default:
      return office.triageAdmins === 0 ? 'no_triage_admin' : null;
  }
}
