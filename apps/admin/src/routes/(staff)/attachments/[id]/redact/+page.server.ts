import { readAttachmentView, redactAttachment } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { attachmentId: event.params.id };
  const file = valueOf(await readAttachmentView(event.locals.house, actorOf(event), asked));
  return { title: m.files_redact_title(), file };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, redactAttachment, {
      then: ({ page }) => page,
      flash: 'file_redacted',
      extra: { attachmentId: event.params.id },
    }),
};
