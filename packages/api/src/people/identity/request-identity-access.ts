import { isComplaintInScope, loadAccesses, NEW_HEAD, readContact, saveAccess, saveChange } from '@bihuan/db';
import { hasRole, openFields, evolveAccess, type Actor, type IdentityEvent } from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';
import { accessFields } from './access-fields.ts';
import { whyNoContact } from '../retention/why-no-contact.ts';
import type { ChangedAccess } from './change-access.ts';

const schema = z.object({
  complaintId: z.uuid('required'),
  fields: accessFields,
  reason: typedText(6, 500),
});

/**
 * A department asks to know who a complainant is, with a reason that custodian and complainant read. For officers and heads of
 * a department that works on the case; one request of a department at a time.
 */
export async function requestIdentityAccess(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAccess>> {
  if (!hasRole(actor, 'department_officer', 'department_head')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, fields, reason } = parsed.value;
  const { departmentId } = actor;
  const scope = { ...complaintScope(actor), isAll: false, isWindow: false, isLinked: false };
  if (!(await isComplaintInScope(house.db, complaintId, scope))) return refusal('not_found');
  const [contact, earlier] = await Promise.all([
    readContact(house.db, complaintId, house.keyring),
    loadAccesses(house.db, complaintId),
  ]);
  if (contact === null) {
    const why = await whyNoContact(house, complaintId);
    return refusal(why === 'not_found' ? 'no_contact_kept' : why);
  }
  const now = house.now();
  const isAsked = earlier.some(
    ({ state }) =>
      state.departmentId === departmentId &&
      (state.status === 'requested' || openFields(state, now).length > 0),
  );
  if (isAsked) return refusal('access_already_asked');
  const id = house.newId();
  const event: IdentityEvent = {
    type: 'AccessRequested',
    ...{ at: now, id, complaintId, departmentId, by: actor.staffId, fields, reason },
  };
  const statements = saveAccess(evolveAccess(null, event), NEW_HEAD, [event], eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ accessId: id, status: 'requested' }) : refusal('stale');
}
