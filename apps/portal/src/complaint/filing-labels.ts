import { m } from '@bihuan/ui/messages';
import type { FilingField } from './filing-fields.ts';

/** What each field of the filing form is called on the page. */
export const FILING_LABELS: Readonly<Record<FilingField, () => string>> = {
  complainantKind: m.portal_form_kind,
  enterpriseName: m.portal_form_enterprise_name,
  creditCode: m.portal_form_credit_code,
  title: m.portal_form_name_title,
  body: m.portal_form_body,
  causeClass: m.portal_form_cause,
  aboutDepartmentId: m.portal_form_department,
  place: m.portal_form_place,
  wish: m.portal_form_wish,
  'tried.desk': m.portal_form_tried_desk,
  'tried.step': m.portal_form_tried_step,
  'tried.when': m.portal_form_tried_when,
  'tried.trips': m.portal_form_tried_trips,
  'tried.answer': m.portal_form_tried_answer,
  openness: m.portal_form_openness,
  name: m.portal_form_name,
  phone: m.portal_form_phone,
  email: m.portal_form_email,
};
