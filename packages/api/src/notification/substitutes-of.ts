import { openSubstitutions, staffToTell, type StaffToTell } from '@bihuan/db';
import { actsFor, localDateOf, type Role } from '@bihuan/domain';
import type { House } from '../house.ts';

/** Somebody to tell, and whose part they have today: their own first, then of everybody for whom they act. */
export type ToldPerson = { readonly person: StaffToTell; readonly inPlaceOf: readonly StaffToTell[] };

/**
 * Who works here and has one of the roles or is one of `alsoIds`, or acts in the end for one who is away and has it. The absent
 * are told all the same, and find it when they are back.
 */
export async function staffWithSubstitutes(
  house: House,
  roles: readonly Role[],
  alsoIds: readonly string[] = [],
): Promise<readonly ToldPerson[]> {
  const today = localDateOf(house.now());
  const substitutions = await openSubstitutions(house.db, today);
  const named = [...new Set([...alsoIds, ...substitutions.map(({ substituteId }) => substituteId)])];
  const people = await staffToTell(house.db, { roles, named }, house.keyring);
  return people.map((person) => {
    const isInPlaceOf = ({ id }: StaffToTell) =>
      id !== person.id && actsFor(id, substitutions, today) === person.id;
    return { person, inPlaceOf: [person, ...people.filter(isInPlaceOf)] };
  });
}
