import { openSubstitutions } from '@bihuan/db';
import { lentRoles, localDateOf, representedBy, type StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { colleagues } from './colleagues.ts';

/** Somebody who is away, and the actor that a substitute is for them. */
export type Represented = { readonly staffId: string; readonly name: string; readonly actor: StaffActor };

/** Everybody for whom a person may act today, nearest first, each with the actor they then are. */
export async function representedToday(
  house: Pick<House, 'db' | 'now'>,
  { staffId, departmentId, standsInFor }: StaffActor,
): Promise<readonly Represented[]> {
  const today = localDateOf(house.now());
  const ids = representedBy(staffId, await openSubstitutions(house.db, today), today);
  if (ids.length === 0) return [];
  const people = await colleagues(house, ids);
  const ownDepartmentId = standsInFor?.ownDepartmentId ?? departmentId;
  return ids.flatMap((id): Represented[] => {
    const absent = people.get(id);
    if (absent === undefined) return [];
    const actor: StaffActor = {
      ...{ kind: 'staff', staffId, departmentId: absent.departmentId, roles: lentRoles(absent.roles) },
      standsInFor: { staffId: id, ownDepartmentId },
    };
    return [{ staffId: id, name: absent.name, actor }];
  });
}

/** The actor a person is in another's place, where they may today; null where they may not, or not any more. */
export async function actFor(
  house: Pick<House, 'db' | 'now'>,
  actor: StaffActor,
  forStaffId: string | undefined,
): Promise<Represented | null> {
  if (forStaffId === undefined) return null;
  const represented = await representedToday(house, actor);
  return represented.find(({ staffId }) => staffId === forStaffId) ?? null;
}
