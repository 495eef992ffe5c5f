import { loadComplaint, loadItem, readContact, type Contact } from '@bihuan/db';
import { concernedDepartmentIds, hasRole, unitsOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { complainedAbout } from '../people/identity/complained-about.ts';
import { done, refusal, type Result } from '../result.ts';

const schema = z.object({ complaintId: z.uuid('required'), reason: typedText(2, 200) });

/**
 * Shows the window or triage who the complainant is. The look is recorded with its reason before anything is shown, and the
 * complainant can read it. `not_found` for everybody of a department concerned, and where none was given;
 * `contact_removed` where its term is over.
 */
export async function revealContact(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Omit<Contact, 'locale'>>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, reason } = parsed.value;
  if (!hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const complaint = (await loadComplaint(house.db, complaintId))?.state;
  if (complaint === undefined) return refusal('not_found');
  const itemId = 'itemId' in complaint ? complaint.itemId : null;
  const item = itemId === null ? null : await loadItem(house.db, itemId);
  const about = await complainedAbout(house, [complaintId, ...(item?.state.complaintIds ?? [])]);
  const concerned = [...(item === null ? [] : concernedDepartmentIds(item.state)), ...about];
  if (unitsOf(actor).some((unit) => concerned.includes(unit))) return refusal('not_found');
  const contact = await readContact(house.db, complaintId, house.keyring);
  if (contact === null) return refusal(complaint.contactRemoved === null ? 'not_found' : 'contact_removed');
  const { staffId, departmentId } = actor;
  const look = { id: house.newId(), complaintId, staffId, departmentId, at: house.now(), reason };
  await house.db.prisma.contactLook.create({ data: look });
  const { name, phone, email, representative = null } = contact;
  return done({ name, phone, email, representative });
}
