import type { RefusalCode } from '@bihuan/api';
import { IDENTITY_FIELDS, type Refusal } from '@bihuan/api/domain';
import { publicApi } from '../api.ts';

type Fields = Readonly<Record<string, string>>;

/** What the complainant answers to a department that asks who they are. */
export const ACCESS_ANSWERS = ['consent', 'deny', 'withdraw_consent'] as const;
export type AccessAnswer = (typeof ACCESS_ANSWERS)[number];

/** An answer that was not taken; without a refusal nothing was chosen. */
export type FailedAccess = { readonly accessId: string; readonly refusal: Refusal<RefusalCode> | null };

/** Which answer a posted form gives; null where it gives none. */
export function accessAnswerOf({ command }: Fields): AccessAnswer | null {
  return ACCESS_ANSWERS.find((one) => one === command) ?? null;
}

/** Carries an answer out; null where that worked. */
export async function giveAnswer(
  locals: App.Locals,
  complaintId: string,
  answer: AccessAnswer,
  typed: Fields,
): Promise<FailedAccess | null> {
  const api = publicApi(locals, complaintId);
  const { accessId = '' } = typed;
  const fields = IDENTITY_FIELDS.filter((field) => typed[`field_${field}`] !== undefined);
  const send = {
    consent: () => api.consentToAccess({ accessId, fields }),
    deny: () => api.denyAccess({ accessId }),
    withdraw_consent: () => api.withdrawConsent({ accessId }),
  };
  const result = await send[answer]();
  if (result.ok) return null;
  return { accessId, refusal: result.kind === 'refusal' ? result.refusal : null };
}
