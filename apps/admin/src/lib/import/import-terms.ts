import type { ImportField, ImportPage, RowError } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Step = ImportPage['step'];
type Verdict = ImportPage['verdict'];

export const importStepTerm: Readonly<Record<Step, () => string>> = {
  arrived: m.intake_step_arrived,
  checking: m.intake_step_checking,
  checked: m.intake_step_checked,
  filing: m.intake_step_filing,
  filed: m.intake_step_filed,
  undoing: m.intake_step_undoing,
  undone: m.intake_step_undone,
  failed: m.intake_step_failed,
  dropped: m.intake_step_dropped,
};

export const IMPORT_STEP_TONE: Readonly<Record<Step, Tone>> = {
  arrived: 'waiting',
  checking: 'active',
  checked: 'waiting',
  filing: 'active',
  filed: 'good',
  undoing: 'active',
  undone: 'neutral',
  failed: 'bad',
  dropped: 'neutral',
};

export const verdictTerm: Readonly<Record<Verdict, () => string>> = {
  new: m.intake_verdict_new,
  same: m.intake_verdict_same,
  changed: m.intake_verdict_changed,
  refused: m.intake_verdict_refused,
};

export const verdictAbout: Readonly<Record<Verdict, () => string>> = {
  new: m.intake_verdict_new_about,
  same: m.intake_verdict_same_about,
  changed: m.intake_verdict_changed_about,
  refused: m.intake_verdict_refused_about,
};

export const importFieldTerm: Readonly<Record<ImportField, () => string>> = {
  id: m.intake_field_id,
  title: m.intake_field_title,
  body: m.intake_field_body,
  submitted_at: m.intake_field_submitted_at,
  name: m.intake_field_name,
  phone: m.intake_field_phone,
  email: m.intake_field_email,
  place: m.intake_field_place,
  category: m.intake_field_category,
  wish: m.intake_field_wish,
  enterprise_name: m.intake_field_enterprise_name,
  credit_code: m.intake_field_credit_code,
};

/** What is wrong with a row, in one sentence. */
export function rowSentence({ header, code, data = {} }: RowError): string {
  const text = (name: string) => String(data[name] ?? '');
  const inputs = { found: text('found'), wanted: text('wanted'), line: text('line') };
  const sentence = m[`input_${code}`](inputs);
  return header === '' ? sentence : `${header}${m.admin_colon()}${sentence}`;
}
