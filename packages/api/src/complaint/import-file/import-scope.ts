import { readStoredImport, type StoredImport } from '@bihuan/db';
import { hasRole, type Actor, type StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';

/** Who brings files in: triage, and the window for its own. */
export function mayImport(actor: Actor): actor is StaffActor {
  return actor.kind === 'staff' && hasRole(actor, 'triage_admin', 'clerk');
}

/** The department whose files alone this person sees; null where they see all. */
export function importDepartment(actor: StaffActor): string | null {
  return hasRole(actor, 'triage_admin') ? null : actor.departmentId;
}

/** A file this person may work on; null where there is none, or not for them. */
export async function importFor(house: House, actor: Actor, id: unknown): Promise<StoredImport | null> {
  const parsed = z.uuid().safeParse(id);
  if (!mayImport(actor) || !parsed.success) return null;
  const found = await readStoredImport(house.db, parsed.data);
  const department = importDepartment(actor);
  if (found === null || found.step === 'dropped') return null;
  return department === null || found.departmentId === department ? found : null;
}

/** Which file a form speaks of; undefined where it does not say. */
export function importIdOf(raw: unknown): unknown {
  return z.object({ importId: z.unknown() }).safeParse(raw).data?.importId;
}
