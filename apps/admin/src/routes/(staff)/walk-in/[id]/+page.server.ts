import {
  askContactChange,
  confirmContactChange,
  readComplaint,
  readContactChanges,
  readReceipt,
  reprintReceipt,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { theHouse } from '#lib/server/house.ts';
import { formInput } from '#lib/server/form-input.ts';
import { keepReceipt, takeQueryCode } from '#lib/server/receipt-cookie.ts';
import { contactCodeWords } from '#lib/server/contact-code-words.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const asked = [event.locals.house, actorOf(event), { complaintId: id }] as const;
  const complaint = valueOf(await readComplaint(...asked));
  const signed = valueOf(await readReceipt(...asked));
  const { trackingNumber, submittedAt, status, title: matter } = complaint;
  const contact = await readContactChanges(...asked);
  const portal = theHouse().env.PORTAL_URL.origin;
  return {
    title: m.admin_receipt_title(),
    receipt: { id, trackingNumber, submittedAt, status, due: signed.triageDue, matter },
    signed: { text: signed.text, keyId: signed.keyId, address: signed.verifyAddress },
    portal,
    contact: contact.ok ? contact.value : [],
    contactRemoved: complaint.contactRemoved,
    queryCode: takeQueryCode(event.cookies, id),
    isToPrint: event.url.searchParams.has('print'),
    office: event.locals.staff?.departmentName ?? '',
  };
};

export const actions: Actions = {
  ask_contact: (event) =>
    submitForm(event, (...given) => askContactChange(...given, contactCodeWords()), {
      then: `/walk-in/${event.params.id}#contact`,
      flash: 'code_sent',
      extra: { complaintId: event.params.id },
    }),
  confirm_contact: (event) =>
    submitForm(event, confirmContactChange, {
      then: `/walk-in/${event.params.id}#contact`,
      flash: 'contact_corrected',
      extra: { complaintId: event.params.id },
    }),
  /** Prints again: recorded with its reason; with a new query code where the old slip is lost. */
  reprint: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const reprinted = await reprintReceipt(event.locals.house, actorOf(event), {
      ...formInput(form),
      complaintId: id,
    });
    if (!reprinted.ok) return sendBack(event, form, reprinted);
    const { queryCode } = reprinted.value;
    if (queryCode !== null) keepReceipt(event.cookies, { complaintId: id, queryCode });
    redirect(303, `/walk-in/${id}?print`);
  },
};
