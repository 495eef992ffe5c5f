import type { RetentionPage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

type Page = Pick<RetentionPage, 'removed' | 'kept' | 'terms'>;

export const removedTerm: Readonly<Record<Page['removed'][number]['what'], () => string>> = {
  contacts: m.retention_thing_contacts,
  messages: m.retention_thing_messages,
  rating_traces: m.retention_thing_rating_traces,
  staff_messages: m.retention_thing_staff_messages,
  contact_changes: m.retention_thing_contact_changes,
  bounced_addresses: m.retention_thing_bounced_addresses,
  expired_access: m.retention_thing_expired_access,
  staff_addresses: m.retention_thing_staff_addresses,
  left_staff: m.retention_thing_left_staff,
  webhook_bodies: m.retention_thing_webhook_bodies,
  imports: m.retention_thing_imports,
};

export const keptTerm: Readonly<Record<Page['kept'][number]['reason'], () => string>> = {
  hold: m.retention_because_hold,
  running: m.retention_because_running,
  item: m.retention_because_item,
  card: m.retention_because_card,
  rating_review: m.retention_because_rating_review,
  identity_access: m.retention_because_identity_access,
  final_answer: m.retention_because_final_answer,
  related: m.retention_because_related,
};

/** The terms in the order in which they are shown. */
export const termNames: readonly (readonly [Exclude<keyof Page['terms'], 'version'>, () => string])[] = [
  ['contactDays', m.policy_retention_contact_days],
  ['messageDays', m.policy_retention_message_days],
  ['ratingTraceDays', m.policy_retention_rating_trace_days],
  ['contactChangeDays', m.policy_retention_contact_change_days],
  ['bouncedAddressDays', m.policy_retention_bounced_address_days],
  ['draftDays', m.policy_retention_draft_days],
  ['importDays', m.policy_retention_import_days],
  ['staffMessageDays', m.policy_retention_staff_message_days],
  ['expiredAccessDays', m.policy_retention_expired_access_days],
  ['staffAddressDays', m.policy_retention_staff_address_days],
  ['leftStaffDays', m.policy_retention_left_staff_days],
  ['webhookDays', m.policy_retention_webhook_days],
];
