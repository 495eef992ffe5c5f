import { readCallback, recordCallback, revealContact } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { formInput } from '#lib/server/form-input.ts';
import { weighed } from '#lib/server/refused.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { complaintId } = event.params;
  const sheet = weighed(valueOf(await readCallback(event.locals.house, actorOf(event), { complaintId })));
  return { title: m.supervision_callback_title({ number: sheet.trackingNumber }), sheet };
};

export const actions: Actions = {
  /** Shows whom to call on the page itself; nothing of it is kept in an address or a cookie. */
  reveal: async (event) => {
    const form = await event.request.formData();
    const raw = {
      ...formInput(form),
      complaintId: event.params.complaintId,
      reason: m.supervision_reveal_reason(),
    };
    const contact = await revealContact(event.locals.house, actorOf(event), raw);
    return contact.ok ? { contact: contact.value } : sendBack(event, form, contact);
  },
  record: (event) =>
    submitForm(event, recordCallback, {
      then: ({ complaintId, finding }) => (finding === 'filed' ? '/callbacks' : `/callbacks/${complaintId}`),
      flash: 'callback_recorded',
      extra: { complaintId: event.params.complaintId },
    }),
};
