import {
  previewNotice,
  readNoticeTemplate,
  saveNoticeTemplate,
  sendTestNotice,
  type NoticePreview,
} from '@bihuan/api';
import type { RequestEvent } from '@sveltejs/kit';
import type { FormAnswer } from '#lib/form-answer.ts';
import { noticeEventTerm } from '#lib/message-terms.ts';
import { formInput, typedValues } from '#lib/server/form-input.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form of this page; `preview` is what the words as typed look like. */
type Answer = FormAnswer & { readonly preview?: NoticePreview };

function keyOf({ params, url }: RequestEvent) {
  const { event = '', to = '', kind = '' } = params;
  return { event, to, kind, category: url.searchParams.get('category') ?? '' };
}

export const load: PageServerLoad = async (event) => {
  const key = keyOf(event);
  const template = valueOf(await readNoticeTemplate(event.locals.house, actorOf(event), key));
  return { title: noticeEventTerm(key.event), key, template };
};

export const actions: Actions = {
  save: (event) => {
    const { category, ...key } = keyOf(event);
    const query = category === '' ? '' : `?category=${encodeURIComponent(category)}`;
    return submitForm(event, saveNoticeTemplate, {
      extra: { ...key, category },
      then: `/notice-rules/${key.event}/${key.to}/${key.kind}${query}`,
      flash: 'notices_drafted',
    });
  },
  preview: async (event) => {
    const form = await event.request.formData();
    const raw = { ...formInput(form), ...keyOf(event) };
    const result = await previewNotice(event.locals.house, actorOf(event), raw);
    if (!result.ok) return sendBack(event, form, result);
    return {
      action: 'preview',
      values: typedValues(form),
      fields: {},
      refusal: null,
      preview: result.value,
    } satisfies Answer;
  },
  test: (event) =>
    submitForm(event, sendTestNotice, {
      extra: keyOf(event),
      then: ({ messageId }) => `/outbox/${messageId}`,
      flash: 'notice_tested',
    }),
};
