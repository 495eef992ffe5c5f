import { isComplaintInScope, loadAccesses, readContact } from '@bihuan/db';
import { hasRole, openFields, type Actor, type IdentityField } from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { whyNoContact } from '../retention/why-no-contact.ts';

const schema = z.object({ complaintId: z.uuid('required'), reason: typedText(2, 200) });

/** What may be shown; the others stay empty. */
export type ShownIdentity = Readonly<Record<IdentityField, string>>;

/**
 * Shows a department what a running grant or the complainant's consent opens to it, and nothing else. The look is recorded with
 * its reason before anything is shown, and the complainant reads it. `not_found` without grant, after its end, and once the
 * case has left the department; `contact_removed` where the term of the contact data is over.
 */
export async function viewIdentity(house: House, actor: Actor, raw: unknown): Promise<Result<ShownIdentity>> {
  if (!hasRole(actor, 'department_officer', 'department_head')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, reason } = parsed.value;
  const scope = { ...complaintScope(actor), isAll: false, isWindow: false, isLinked: false };
  if (!(await isComplaintInScope(house.db, complaintId, scope))) return refusal('not_found');
  const now = house.now();
  const loaded = await loadAccesses(house.db, complaintId);
  const own = loaded.map(({ state }) => state).filter((one) => one.departmentId === actor.departmentId);
  const access = own.find((one) => openFields(one, now).length > 0);
  if (!access) return refusal('not_found');
  const contact = await readContact(house.db, complaintId, house.keyring);
  if (contact === null) return refusal(await whyNoContact(house, complaintId));
  const fields = openFields(access, now);
  await house.db.prisma.contactLook.create({
    data: {
      ...{ id: house.newId(), complaintId, staffId: actor.staffId, at: now, reason },
      ...{ accessId: access.id, departmentId: actor.departmentId, fields: [...fields] },
    },
  });
  const shown = (field: IdentityField) => (fields.includes(field) ? contact[field] : '');
  return done({ name: shown('name'), phone: shown('phone'), email: shown('email') });
}
