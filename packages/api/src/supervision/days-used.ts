import { readStreams, toDomainEvent, type DepartmentName, type StoredEvent } from '@bihuan/db';
import { daysUsed, type BallSide, type ItemEvent, type Stretch } from '@bihuan/domain';
import type { House } from '../house.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import type { Shown } from './shown-names.ts';

/** Working days each side used, and whose overrun it is. */
export type DaysUsedView = {
  readonly total: number;
  readonly sums: Readonly<Record<BallSide, number>>;
  /** Each stretch with one side, the oldest first. */
  readonly stretches: readonly (Omit<Stretch, 'departmentId'> & {
    readonly department: DepartmentName | null;
  })[];
  /** Departments the overrun was charged to, each once, with its steps. */
  readonly overruns: readonly { readonly department: DepartmentName; readonly steps: number }[];
};

/** How the days of one item were used; null where nobody was made answerable yet. */
export async function daysUsedOf(
  house: House,
  stored: readonly StoredEvent[],
  shown: Shown,
): Promise<DaysUsedView | null> {
  const events = stored.map((event) => toDomainEvent<ItemEvent>(event));
  const used = daysUsed(events, house.now(), await calendarOf(house));
  if (used === null) return null;
  const charged = new Map<string, number>();
  for (const { departmentId } of used.overruns)
    charged.set(departmentId, (charged.get(departmentId) ?? 0) + 1);
  return {
    total: used.total,
    sums: used.sums,
    stretches: used.stretches.map(({ departmentId, ...stretch }) => ({
      ...stretch,
      department: departmentId === null ? null : shown.department(departmentId),
    })),
    overruns: [...charged].flatMap(([id, steps]) => {
      const department = shown.department(id);
      return department === null ? [] : [{ department, steps }];
    }),
  };
}

/** The sums of many items at once, by id. */
export async function sumsOfDaysUsed(
  house: House,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<BallSide, number>>>> {
  const streams = await readStreams(house.db, itemIds);
  const calendar = await calendarOf(house);
  const sums = new Map<string, Readonly<Record<BallSide, number>>>();
  for (const itemId of itemIds) {
    const events = (streams.get(itemId) ?? []).map((event) => toDomainEvent<ItemEvent>(event));
    const used = daysUsed(events, house.now(), calendar);
    if (used !== null) sums.set(itemId, used.sums);
  }
  return sums;
}
