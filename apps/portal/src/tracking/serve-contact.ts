import type { BadFields, ContactCodeWords, ContactState, RefusalCode, Result } from '@bihuan/api';
import { CONTACT_FIELDS, type ContactField, type Refusal } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readForm } from '../http/read-form.ts';
import { givePass, readPass } from '../http/sealed-pass.ts';

/** A form that was not taken, with what was typed. */
export type FailedContact = {
  readonly field: ContactField;
  readonly step: 'ask' | 'confirm';
  readonly typed: string;
  readonly bad: BadFields;
  readonly refusal: Refusal<RefusalCode> | null;
};

export type ContactPage =
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'shown';
      readonly states: readonly ContactState[];
      readonly failed: FailedContact | null;
      readonly done: ContactField | null;
    };

/** Answers a request of the page where contact data is corrected, for the visitor whose pass opens the case. */
export async function serveContact({ request, locals, cookies, url }: AstroGlobal): Promise<ContactPage> {
  const pass = readPass(cookies, 'case');
  if (pass === null) return { kind: 'go', to: '/track?ended=expired' };
  givePass(cookies, 'case', pass);
  const { complaintId } = pass;
  const api = publicApi(locals, complaintId);
  const form = request.method === 'POST' ? await readForm(request) : null;
  const fields = form?.ok ? form.fields : {};
  const field = CONTACT_FIELDS.find((one) => one === fields['field']);
  let failed: FailedContact | null = null;
  if (field !== undefined) {
    const isConfirming = fields['step'] === 'confirm';
    const typed = fields[isConfirming ? 'code' : 'value'] ?? '';
    const result = isConfirming
      ? await api.confirmContactChange({ complaintId, field, code: typed })
      : await api.askContactChange({ typed: { complaintId, field, value: typed }, words: codeWords() });
    if (result.ok)
      return {
        kind: 'go',
        to: isConfirming ? `/track/contact?done=${field}` : `/track/contact#code-${field}`,
      };
    failed = { field, step: isConfirming ? 'confirm' : 'ask', typed, ...standingAgainst(result) };
  }
  const states = await api.readContactChanges({ complaintId });
  if (!states.ok) return { kind: 'go', to: '/track?ended=expired' };
  const done = CONTACT_FIELDS.find((one) => one === url.searchParams.get('done')) ?? null;
  return { kind: 'shown', states: states.value, failed, done: failed === null ? done : null };
}

function standingAgainst(
  result: Exclude<Result<unknown>, { ok: true }>,
): Pick<FailedContact, 'bad' | 'refusal'> {
  return result.kind === 'refusal'
    ? { bad: {}, refusal: result.refusal }
    : { bad: result.fields, refusal: null };
}

/** The message with the code, in the language of the page. */
function codeWords(): ContactCodeWords {
  const code = '{code}';
  return {
    locale: getLocale(),
    subject: m.promise_contact_subject(),
    mail: m.promise_contact_mail({ code }),
    sms: m.promise_contact_sms({ code }),
  };
}
