import { m } from '@bihuan/ui/messages';
import type { Limits } from '../words/input-sentence.ts';

type Field = { readonly label: () => string } & Limits;

/** The fields of a filing by the name they are typed under: what each is called, and its limits in characters. Source: the matter's schema. */
export const FILING_FIELDS = {
  scope: { label: m.filing_scope_legend },
  complainantKind: { label: m.portal_form_kind },
  enterpriseName: { label: m.portal_form_enterprise_name, most: 100 },
  creditCode: { label: m.portal_form_credit_code, most: 18 },
  chosenCategory: { label: m.filing_category_legend },
  serviceItem: { label: m.filing_service_item },
  aboutDepartmentId: { label: m.portal_form_department },
  title: { label: m.portal_form_name_title, least: 2, most: 60 },
  body: { label: m.portal_form_body, least: 10, most: 5000 },
  causeClass: { label: m.portal_form_cause },
  'tried.desk': { label: m.portal_form_tried_desk, most: 100 },
  'tried.step': { label: m.portal_form_tried_step, most: 200 },
  'tried.when': { label: m.portal_form_tried_when, most: 60 },
  'tried.trips': { label: m.portal_form_tried_trips },
  'tried.answer': { label: m.portal_form_tried_answer, most: 500 },
  wish: { label: m.portal_form_wish, most: 500 },
  placeCode: { label: m.filing_place_legend },
  place: { label: m.filing_place_text, most: 100 },
  filesForDepartment: { label: m.filing_files_department },
  openness: { label: m.portal_form_openness },
  name: { label: m.portal_form_name, most: 50 },
  phone: { label: m.portal_form_phone, most: 30 },
  email: { label: m.portal_form_email, most: 254 },
  mayPublish: { label: m.filing_publish_legend },
} as const satisfies Record<string, Field>;

export type FilingField = keyof typeof FILING_FIELDS;

/** Answers to the questions of a category are typed under `answers.` and the question's code. */
export const ANSWER_LIMITS: Limits = { most: 200 };

/** What was typed so far, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;
