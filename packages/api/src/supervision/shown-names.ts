import { readNames, type DepartmentName, type StoredEvent } from '@bihuan/db';
import type { SupervisionItem } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { PersonView } from './item-view.ts';

/** Names of everybody who has to do with an item. */
export type Shown = {
  department(id: string): DepartmentName | null;
  person(id: string): PersonView | null;
};

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Reads the names behind every id that an item and its events mention. */
export async function shownNames(
  house: House,
  item: SupervisionItem,
  stored: readonly StoredEvent[],
): Promise<Shown> {
  const mentioned = JSON.stringify([item, stored.map(({ actor, data }) => [actor, data])]).match(UUID) ?? [];
  const ids = [...new Set(mentioned)];
  const { departments, people } = await readNames(house.db, ids, ids);
  const department = (id: string) => departments.get(id) ?? null;
  return {
    department,
    person: (id) => {
      const person = people.get(id);
      return person === undefined
        ? null
        : { id, name: person.name, department: department(person.departmentId) };
    },
  };
}
