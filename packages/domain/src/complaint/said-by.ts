import type { Actor } from '../people/actor.ts';
import type { SaidBy } from './complaint.ts';

/** Who of the office says it, to be kept with what is said; nothing where it is not the office. */
export function saidBy(actor: Actor): { readonly by?: SaidBy } {
  if (actor.kind !== 'staff') return {};
  const { staffId, departmentId } = actor;
  return { by: { staffId, departmentId } };
}
