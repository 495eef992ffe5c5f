import {
  bringResults,
  importResults,
  readIndicatorForm,
  type Failure,
  type TakenResults,
  type TakenRow,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, sendBack, valueOf } from '#lib/server/run-use-case.ts';
import { formInput } from '#lib/server/form-input.ts';
import { inputSentence, refusalSentence } from '#lib/server/refusal-sentence.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  valueOf(await readIndicatorForm(event.locals.house, actorOf(event), {}));
  return { title: m.indicator_import() };
};

const NAMES: Readonly<Record<string, () => string>> = {
  indicator: m.indicator_number,
  month: m.indicator_month,
  value: m.indicator_value,
  evidence: m.indicator_evidence,
  reason: m.indicator_correct_reason,
};

/** The first row of a file has to name its columns as the page does, not as fields are called inside. */
const byNames = (failure: Failure): Failure => {
  if (failure.kind !== 'refusal' || failure.refusal.code !== 'file_without_column') return failure;
  const { data } = failure.refusal;
  const names = String(data?.['fields']).split(', ');
  const fields = names.map((name) => NAMES[name]?.() ?? name).join(m.admin_list_comma());
  return { ...failure, refusal: { ...failure.refusal, data: { ...data, fields } } };
};

const why = ({ refusal, fields }: TakenRow) =>
  refusal
    ? refusalSentence(refusal)
    : Object.entries(fields)
        .map(([name, code]) => `${NAMES[name]?.() ?? name}${m.admin_colon()}${inputSentence(code)}`)
        .join(m.admin_list_comma());

const told = ({ rows, ...taken }: TakenResults) => ({
  ...taken,
  rows: rows.map((row) => ({ ...row, why: why(row) })),
});

export const actions = {
  try: async (event) => {
    const brought = await bringResults(event.locals.house, actorOf(event), uploadOf(event.request));
    if (!brought.ok) return sendBack(event, new FormData(), byNames(brought));
    return { taken: told(brought.value), text: brought.value.text, isDone: false };
  },
  take: async (event) => {
    const form = await event.request.formData();
    const taken = await importResults(event.locals.house, actorOf(event), formInput(form));
    if (!taken.ok) return sendBack(event, form, taken);
    return { taken: told(taken.value), text: '', isDone: true };
  },
} satisfies Actions;
