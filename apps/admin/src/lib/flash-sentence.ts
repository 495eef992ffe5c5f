import { m } from '@bihuan/ui/messages';

/** What is said once on the page after a form was sent. */
export const FLASHES = {
  saved: m.admin_flash_saved,
  import_brought: m.intake_flash_brought,
  import_checking: m.intake_flash_checking,
  import_filing: m.intake_flash_filing,
  import_undoing: m.intake_flash_undoing,
  import_dropped: m.intake_flash_dropped,
  signed_out: m.admin_flash_signed_out,
  password_changed: m.admin_flash_password_changed,
  sessions_ended: m.admin_flash_sessions_ended,
  department_created: m.admin_flash_department_created,
  staff_created: m.admin_flash_staff_created,
  staff_changed: m.admin_flash_staff_changed,
  accepted: m.admin_flash_accepted,
  declined: m.admin_flash_declined,
  merged: m.admin_flash_merged,
  unmerged: m.admin_flash_unmerged,
  settled: m.admin_flash_settled,
  asked: m.admin_flash_asked,
  answered: m.admin_flash_answered,
  routed: m.admin_flash_routed,
  reopened: m.admin_flash_reopened,
  supplemented: m.admin_flash_supplemented,
  replied: m.admin_flash_replied,
  api_key_revoked: m.interface_flash_key_revoked,
  substitute_named: m.interface_flash_substitute_named,
  substitution_ended: m.interface_flash_substitution_ended,
  card_proposed: m.card_flash_proposed,
  files_added: m.files_flash_added,
  file_released: m.files_flash_released,
  file_withheld: m.files_flash_withheld,
  file_redacted: m.files_flash_redacted,
  access_granted: m.firewall_flash_granted,
  access_refused: m.firewall_flash_refused,
  access_revoked: m.firewall_flash_revoked,
  access_asked: m.firewall_flash_asked,
  objection_decided: m.receipt_flash_objection_decided,
  review_decided: m.receipt_flash_review_decided,
  check_call_recorded: m.receipt_flash_check_call_recorded,
  item_opened: m.supervision_flash_item_opened,
  callback_recorded: m.supervision_flash_callback_recorded,
  message_requeued: m.notice_flash_requeued,
  notices_read: m.notice_flash_all_read,
  notices_drafted: m.notice_flash_drafted,
  notices_published: m.notice_flash_published,
  notices_dropped: m.notice_flash_dropped,
  notice_tested: m.notice_flash_tested,
  notice_settings_saved: m.notice_flash_settings,
} as const;

export type FlashCode = keyof typeof FLASHES;

export function asFlash(text: string | undefined): FlashCode | null {
  return text !== undefined && text in FLASHES ? (text as FlashCode) : null;
}
