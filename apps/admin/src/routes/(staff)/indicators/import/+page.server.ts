import {
  bringResults,
  importResults,
  readIndicatorForm,
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
    if (!brought.ok) return sendBack(event, new FormData(), brought);
    return { taken: told(brought.value), text: brought.value.text, isDone: false };
  },
  take: async (event) => {
    const form = await event.request.formData();
    const taken = await importResults(event.locals.house, actorOf(event), formInput(form));
    if (!taken.ok) return sendBack(event, form, taken);
    return { taken: told(taken.value), text: '', isDone: true };
  },
} satisfies Actions;
