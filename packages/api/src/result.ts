import type {
  AccessRefusal,
  AdjustmentRefusal,
  BulletinRefusal,
  BanRefusal,
  CallbackPolicyRefusal,
  CardRefusal,
  AttachmentRefusal,
  ComplaintRefusal,
  DepartmentChangeRefusal,
  EvidenceRefusal,
  GamingSignalRefusal,
  IndicatorRefusal,
  InspectionRefusal,
  ItemRefusal,
  PeriodRefusal,
  PolicyFaultCode,
  RecurringMatterRefusal,
  Refusal,
  ReviewRefusal,
  RoleTermRefusal,
  SheetRefusal,
  SubstitutionRefusal,
} from '@bihuan/domain';
import type { FileRefusalCode } from './attachment/file-refusal.ts';
import type { FileFaultCode } from './complaint/import/file-fault.ts';

/** Every code that a use case may refuse with. Apps map each to a sentence, so that a new one does not compile until it has one. */
export type RefusalCode =
  | CardRefusal
  | CallbackPolicyRefusal
  | ComplaintRefusal
  | ItemRefusal
  | SubstitutionRefusal
  | DepartmentChangeRefusal
  | RoleTermRefusal
  /** It runs, so it is ended by its last day and not taken back. */
  | 'role_term_begun'
  | RecurringMatterRefusal
  | GamingSignalRefusal
  | AttachmentRefusal
  | FileRefusalCode
  | ReviewRefusal
  | AccessRefusal
  | AdjustmentRefusal
  | BulletinRefusal
  | InspectionRefusal
  | IndicatorRefusal
  /** The indicators of a department do not weigh 100 together. */
  | 'indicator_weights_wrong'
  /** A file of results has more rows than are taken at once. */
  | 'too_many_rows'
  | SheetRefusal
  | EvidenceRefusal
  /** Its term is over; nobody knows it any more. */
  | 'contact_removed'
  /** Recipient and text, or the body, were removed after their term. */
  | 'text_removed'
  | BanRefusal
  | FileFaultCode
  /** Not there, or not for you: the two look the same. */
  | 'not_found'
  /** Somebody else changed it since it was shown. */
  | 'stale'
  | 'wrong_credentials'
  | 'too_many_tries'
  /** The password was given too long ago. */
  | 'sign_in_over'
  | 'second_factor_required'
  | 'no_second_factor'
  | 'not_for_oneself'
  /** Used, replaced by a newer one, or too old. */
  | 'reset_link_gone'
  | 'already_set_up'
  /** The filing that was being written ran out, was sent or was thrown away. */
  | 'draft_gone'
  /** A file was added or taken away since the answers were shown. */
  | 'files_changed'
  /** One address has filed so much that it has to wait. */
  | 'too_many_filings'
  /** More lines were found than one file takes. */
  | 'export_too_large'
  /** The portal takes nothing from this address for a time. */
  | 'address_banned'
  | 'address_banned_already'
  /** Nobody is banned before there is a telephone to ask why. */
  | 'no_window_phone'
  /** Filed elsewhere, or so long ago that nobody knows from where. */
  | 'origin_unknown'
  | 'running_case_of_same_person'
  /** Nothing can be merged into a case that was itself merged, declined or withdrawn. */
  | 'survivor_ended'
  /** Somebody did something about a complaint of the file. */
  | 'import_acted_on'
  /** Files of other platforms are kept some days only. */
  | 'import_file_gone'
  /** A sample is called, and this case was not drawn; called all the same it would be chosen by hand. */
  | 'not_in_sample'
  /** It ended meanwhile, or whoever filed it does not let others join. */
  | 'cannot_be_joined'
  /** Others were merged into it and follow it. */
  | 'others_follow'
  | 'last_system_admin'
  | 'api_key_already_revoked'
  /** Not a key of ours, or one that was revoked. */
  | 'api_key_unknown'
  | 'api_key_without_scope'
  | 'api_rate_exceeded'
  /** A client's reference or idempotency key that stands for another text already. */
  | 'reference_reused'
  /** A draft is published only as it was tried out. */
  | 'try_out_first'
  /** A draft that was begun before a rule came to be and does not meet it. */
  | 'policy_invalid'
  /** The draft changes nothing in what is in force by then. */
  | 'policy_unchanged'
  | 'policy_draft_exists'
  /** The second signature is another person's. */
  | 'policy_signed_by_you'
  /** The day it was signed for first is no more to come. */
  | 'policy_day_gone'
  /** The department waits for an answer already, or may look already. */
  | 'access_already_asked'
  | 'no_contact_kept'
  /** The number or address typed is the one that is kept. */
  | 'contact_unchanged'
  /** No change waits for a code, or its time or tries are used up. */
  | 'contact_code_gone'
  | 'contact_code_wrong'
  | 'receipt_unreadable'
  | 'receipt_incomplete'
  /** Not signed by one of our keys, or changed since. */
  | 'receipt_forged'
  /** Too many papers are being made at the moment. */
  | 'papers_busy'
  /** The year has its report. */
  | 'annual_report_exists'
  /** The month has its bulletin. */
  | 'bulletin_exists'
  /** The period has its sheet. */
  | 'sheet_exists';

/** Every code that a field may be sent back with. */
export type InputCode =
  | PolicyFaultCode
  | PeriodRefusal
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'malformed'
  | 'not_a_choice'
  | 'not_a_date'
  | 'not_a_number'
  | 'out_of_range'
  | 'control_characters'
  | 'phone_malformed'
  | 'email_malformed'
  | 'credit_code_malformed'
  | 'contact_required'
  | 'contact_given'
  | 'unknown_department'
  | 'unknown_category'
  | 'unknown_staff'
  | 'already_taken'
  | 'unknown_number'
  | 'wrong_password'
  | 'wrong_code'
  | 'password_too_short'
  | 'password_common'
  | 'same_password'
  | 'login_malformed'
  | 'unknown_variable'
  | 'private_variable'
  | 'variable_out_of_place'
  | 'stray_brace'
  /** A count or share typed by hand where only figures of the snapshot may stand. */
  | 'figure_typed'
  | 'opt_out_missing'
  | 'number_missing'
  /** Could tell who somebody is, where everybody reads it. */
  | 'private_data'
  /** A webhook may be sent to public https addresses only. */
  | 'address_not_public'
  /** Not signed by a key of ours, or changed since. */
  | 'not_signed'
  | 'category_below_itself'
  | 'category_too_deep'
  /** Categories below it are still in use. */
  | 'category_has_children'
  /** Stands for something that was masked; the thing itself is needed, or nothing. */
  | 'masked_value';

export type BadFields = Readonly<Record<string, InputCode>>;

/** What a use case comes to. Faults are thrown. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly kind: 'refusal'; readonly refusal: Refusal<RefusalCode> }
  | { readonly ok: false; readonly kind: 'bad_input'; readonly fields: BadFields };

export type Failure = Exclude<Result<never>, { ok: true }>;

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refusal(code: RefusalCode, data?: Refusal['data']): Failure {
  return { ok: false, kind: 'refusal', refusal: data ? { code, data } : { code } };
}

export function badInput(fields: BadFields): Failure {
  return { ok: false, kind: 'bad_input', fields };
}
