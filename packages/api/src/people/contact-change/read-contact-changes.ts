import { loadComplaint, readContact, waitingChanges } from '@bihuan/db';
import { CONTACT_FIELDS, type Actor, type ContactField, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import { maskContact } from '../../complaint/mask-contact.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { mayCorrectContact } from './contact-reach.ts';

/** What is kept and what waits to take its place, masked. Empty where nothing is kept. */
export type ContactState = {
  readonly field: ContactField;
  readonly kept: string;
  readonly waiting: { readonly value: string; readonly expiresAt: Instant } | null;
};

const schema = z.object({ complaintId: z.uuid('required') });

/** How the complainant is reached now, and which changes wait for their code. For whoever may correct it. */
export async function readContactChanges(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly ContactState[]>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { complaintId } = parsed.value;
  const complaint = (await loadComplaint(house.db, complaintId))?.state;
  if (complaint === undefined || !(await mayCorrectContact(house, actor, complaint)))
    return refusal('not_found');
  const [contact, waiting] = await Promise.all([
    readContact(house.db, complaintId, house.keyring),
    waitingChanges(house.db, complaintId, house.now(), house.keyring),
  ]);
  const masked = maskContact(contact ?? { name: '', phone: '', email: '' });
  return done(
    CONTACT_FIELDS.map((field) => {
      const change = waiting.find((one) => one.field === field);
      if (change === undefined) return { field, kept: masked[field], waiting: null };
      const { value, expiresAt } = change;
      const shown = maskContact({ name: '', phone: '', email: '', [field]: value })[field];
      return { field, kept: masked[field], waiting: { value: shown, expiresAt } };
    }),
  );
}
