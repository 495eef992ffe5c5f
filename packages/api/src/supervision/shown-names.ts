import { formerNames, readNames, type DepartmentName, type StoredEvent } from '@bihuan/db';
import { nameOn, type LocalDate, type SupervisionItem } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { PersonView } from './item-view.ts';

/** Names of everybody who has to do with an item. */
export type Shown = {
  department(id: string): DepartmentName | null;
  person(id: string): PersonView | null;
  /** The same with the names that departments had on a day. */
  on(day: LocalDate): Shown;
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
  const former = await formerNames(house.db, [...departments.keys()]);
  const shown = (department: Shown['department']): Shown => ({
    department,
    person: (id) => {
      const person = people.get(id);
      return person === undefined
        ? null
        : { id, name: person.name, department: department(person.departmentId) };
    },
    on: (day) =>
      former.size === 0
        ? shown(department)
        : shown((id) => {
            const found = departments.get(id);
            return found === undefined ? null : { id, ...nameOn(found, former.get(id) ?? [], day) };
          }),
  });
  return shown((id) => departments.get(id) ?? null);
}
