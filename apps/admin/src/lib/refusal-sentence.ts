import type { InputCode, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type Data = Readonly<Record<string, string | number>>;
type Sentence = (data: Data) => string;

const REFUSALS: Readonly<Record<RefusalCode, Sentence>> = {
  not_authorised: () => m.refusal_not_authorised(),
  illegal_move: () => m.refusal_illegal_move(),
  item_not_disposed: () => m.refusal_item_not_disposed(),
  solved_needs_strike_off: () => m.refusal_solved_needs_strike_off(),
  no_item: () => m.refusal_no_item(),
  rating_closed: () => m.refusal_rating_closed(),
  reopen_closed: () => m.refusal_reopen_closed(),
  reopened_too_often: (data) => m.refusal_reopened_too_often({ most: text(data, 'most') }),
  urged_too_often: (data) => m.refusal_urged_too_often({ next: text(data, 'next') }),
  callbacks_exhausted: (data) => m.refusal_callbacks_exhausted({ most: text(data, 'most') }),
  callback_by_concerned_department: () => m.refusal_callback_by_concerned_department(),
  callback_incomplete: () => m.refusal_callback_incomplete(),
  complainant_not_reachable: () => m.refusal_complainant_not_reachable(),
  not_due_yet: () => m.refusal_not_due_yet(),
  already_crossed: () => m.refusal_already_crossed(),
  due_is_provisional: () => m.refusal_due_is_provisional(),
  due_unchanged: () => m.refusal_due_unchanged(),
  merge_into_itself: () => m.refusal_merge_into_itself(),
  countersigned_by_proposer: () => m.refusal_countersigned_by_proposer(),
  lead_also_cooperates: () => m.refusal_lead_also_cooperates(),
  measure_of_stranger: () => m.refusal_measure_of_stranger(),
  measure_after_deadline: () => m.refusal_measure_after_deadline(),
  no_measures: () => m.refusal_no_measures(),
  already_linked: () => m.refusal_already_linked(),
  designated_cannot_be_returned: () => m.refusal_designated_cannot_be_returned(),
  returned_too_often: () => m.refusal_returned_too_often(),
  return_too_late: () => m.refusal_return_too_late(),
  must_be_designated: () => m.refusal_must_be_designated(),
  percent_out_of_range: () => m.refusal_percent_out_of_range(),
  unknown_measure: () => m.refusal_unknown_measure(),
  measure_already_completed: () => m.refusal_measure_already_completed(),
  measures_open: () => m.refusal_measures_open(),
  inspector_concerned: () => m.refusal_inspector_concerned(),
  not_the_inspector: () => m.refusal_not_the_inspector(),
  part_already_filed: () => m.refusal_part_already_filed(),
  no_disagreement: () => m.refusal_no_disagreement(),
  visit_needed: () => m.refusal_visit_needed(),
  visit_needs_two: () => m.refusal_visit_needs_two(),
  callback_first: () => m.refusal_callback_first(),
  callback_not_linked: () => m.refusal_callback_not_linked(),
  kind_does_not_fit_part: () => m.refusal_kind_does_not_fit_part(),
  two_findings_needed: () => m.refusal_two_findings_needed(),
  findings_agree_resolved: () => m.refusal_findings_agree_resolved(),
  date_in_the_past: () => m.refusal_date_in_the_past(),
  finder_of_concerned_department: () => m.refusal_finder_of_concerned_department(),
  finder_not_independent: () => m.refusal_finder_not_independent(),
  card_item_closed: () => m.refusal_card_item_closed(),
  card_objection_over: (data) => m.refusal_card_objection_over({ until: text(data, 'until') }),
  card_took_part: () => m.refusal_card_took_part(),
  card_talk_first: () => m.refusal_card_talk_first(),
  date_in_the_future: () => m.refusal_date_in_the_future(),
  not_found: () => m.refusal_not_found(),
  stale: () => m.refusal_stale(),
  wrong_credentials: () => m.refusal_wrong_credentials(),
  too_many_tries: () => m.refusal_too_many_tries(),
  already_set_up: () => m.refusal_already_set_up(),
  draft_gone: () => m.refusal_draft_gone(),
  running_case_of_same_person: (data) =>
    m.refusal_running_case_of_same_person({ number: text(data, 'number') }),
  survivor_ended: (data) => m.refusal_survivor_ended({ number: text(data, 'number') }),
  last_system_admin: () => m.refusal_last_system_admin(),
  api_key_already_revoked: () => m.refusal_api_key_already_revoked(),
  api_key_unknown: () => m.refusal_api_key_unknown(),
  api_key_without_scope: (data) => m.refusal_api_key_without_scope({ scope: text(data, 'scope') }),
  api_rate_exceeded: (data) => m.refusal_api_rate_exceeded({ seconds: text(data, 'seconds') }),
  reference_reused: (data) => m.refusal_reference_reused({ number: text(data, 'number') }),
  substitute_is_absent_person: () => m.refusal_substitute_is_absent_person(),
  substitute_left: () => m.refusal_substitute_left(),
  substitute_of_other_department: () => m.refusal_substitute_of_other_department(),
  substitute_in_conflict: () => m.refusal_substitute_in_conflict(),
  substitution_overlaps: () => m.refusal_substitution_overlaps(),
  substitution_in_circle: () => m.refusal_substitution_in_circle(),
  substitution_ended: () => m.refusal_substitution_ended(),
  root_cause_first: () => m.refusal_root_cause_first(),
  rule_change_running: () => m.refusal_rule_change_running(),
  no_rule_change_running: () => m.refusal_no_rule_change_running(),
<<<<<<< HEAD
  only_images_redacted: () => m.refusal_only_images_redacted(),
  no_area: () => m.refusal_no_area(),
  area_outside: () => m.refusal_area_outside(),
  upload_too_large: (data) => m.refusal_upload_too_large({ most: text(data, 'most') }),
  upload_malformed: () => m.refusal_upload_malformed(),
  upload_cut_off: () => m.refusal_upload_cut_off(),
  too_many_uploads: () => m.refusal_too_many_uploads(),
  too_many_files: (data) => m.refusal_too_many_files({ most: text(data, 'most') }),
  no_file: () => m.refusal_no_file(),
  file_too_large: (data) => m.refusal_file_too_large({ name: text(data, 'name'), most: text(data, 'most') }),
  file_type_not_taken: (data) => m.refusal_file_type_not_taken({ name: text(data, 'name') }),
  file_type_heic: (data) => m.refusal_file_type_heic({ name: text(data, 'name') }),
  file_type_old_office: (data) => m.refusal_file_type_old_office({ name: text(data, 'name') }),
  file_broken: (data) => m.refusal_file_broken({ name: text(data, 'name') }),
  file_has_macros: (data) => m.refusal_file_has_macros({ name: text(data, 'name') }),
  file_unpacks_too_large: (data) => m.refusal_file_unpacks_too_large({ name: text(data, 'name') }),
  image_too_large: (data) =>
    m.refusal_image_too_large({ name: text(data, 'name'), most: text(data, 'most') }),
  file_infected: (data) => m.refusal_file_infected({ name: text(data, 'name') }),
  scanner_unavailable: (data) => m.refusal_scanner_unavailable({ name: text(data, 'name') }),
=======
  try_out_first: () => m.refusal_try_out_first(),
>>>>>>> 84b9f76 (Show suggestions, catalogue and workloads where complaints are triaged)
  file_empty: () => m.refusal_file_empty(),
  file_not_text: () => m.refusal_file_not_text(),
  file_wrong_encoding: (data) => m.refusal_file_wrong_encoding({ encoding: text(data, 'encoding') }),
  file_line_too_long: (data) => m.refusal_file_line_too_long({ line: text(data, 'line') }),
  file_without_column: (data) =>
    m.refusal_file_without_column({ fields: text(data, 'fields'), headers: text(data, 'headers') }),
  file_without_header: (data) =>
    m.refusal_file_without_header({ header: text(data, 'header'), headers: text(data, 'headers') }),
  file_unknown_field: (data) =>
    m.refusal_file_unknown_field({ field: text(data, 'field'), known: text(data, 'known') }),
};

const INPUTS: Readonly<Record<InputCode, () => string>> = {
  required: m.input_required,
  too_short: m.input_too_short,
  too_long: m.input_too_long,
  malformed: m.input_malformed,
  not_a_choice: m.input_not_a_choice,
  not_a_date: m.input_not_a_date,
  not_a_number: m.input_not_a_number,
  out_of_range: m.input_out_of_range,
  control_characters: m.input_control_characters,
  phone_malformed: m.input_phone_malformed,
  email_malformed: m.input_email_malformed,
  credit_code_malformed: m.input_credit_code_malformed,
  contact_required: m.input_contact_required,
  contact_given: m.input_contact_given,
  unknown_department: m.input_unknown_department,
  unknown_category: m.input_unknown_category,
  unknown_staff: m.input_unknown_staff,
  already_taken: m.input_already_taken,
  unknown_number: m.input_unknown_number,
  wrong_password: m.input_wrong_password,
  password_too_short: m.input_password_too_short,
  login_malformed: m.input_login_malformed,
  unknown_variable: m.input_unknown_variable,
  private_variable: m.input_private_variable,
  variable_out_of_place: m.input_variable_out_of_place,
  stray_brace: m.input_stray_brace,
  opt_out_missing: m.input_opt_out_missing,
  number_missing: m.input_number_missing,
};

/** Why a rule said no, in one sentence. */
export function refusalSentence({ code, data = {} }: Refusal<RefusalCode>): string {
  return REFUSALS[code](data);
}

/** What is wrong with a field, in one sentence. */
export function inputSentence(code: InputCode): string {
  return INPUTS[code]();
}

function text(data: Data, name: string): string {
  return String(data[name] ?? '');
}
