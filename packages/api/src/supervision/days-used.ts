import { readStreams, toDomainEvent, type DepartmentName, type StoredEvent } from '@bihuan/db';
import {
  addDays,
  daysUsed,
  foldComplaint,
  localDateOf,
  type BallSide,
  type ComplaintEvent,
  type ItemEvent,
  type Pause,
  type Stretch,
} from '@bihuan/domain';
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
  complaintIds: readonly string[],
  shown: Shown,
): Promise<DaysUsedView | null> {
  const events = stored.map((event) => toDomainEvent<ItemEvent>(event));
  const waits = waitsOf(complaintIds, await readStreams(house.db, complaintIds));
  const used = daysUsed(events, waits, house.now(), await calendarOf(house));
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

/** The sums of many items at once, by id; `items`: the complaints under each. */
export async function sumsOfDaysUsed(
  house: House,
  items: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Readonly<Record<BallSide, number>>>> {
  const streams = await readStreams(house.db, [...items.keys(), ...[...items.values()].flat()]);
  const calendar = await calendarOf(house);
  const sums = new Map<string, Readonly<Record<BallSide, number>>>();
  for (const [itemId, complaintIds] of items) {
    const events = (streams.get(itemId) ?? []).map((event) => toDomainEvent<ItemEvent>(event));
    const used = daysUsed(events, waitsOf(complaintIds, streams), house.now(), calendar);
    if (used !== null) sums.set(itemId, used.sums);
  }
  return sums;
}

/** When every complaint under the item waited for its complainant; with several, days are waited only where all wait. */
function waitsOf(
  complaintIds: readonly string[],
  streams: ReadonlyMap<string, readonly StoredEvent[]>,
): readonly Pause[] {
  const [first, ...others] = complaintIds.map((id) => {
    const complaint = foldComplaint(
      (streams.get(id) ?? []).map((event) => toDomainEvent<ComplaintEvent>(event)),
    );
    if (complaint === null || !('resolution' in complaint)) return [];
    const past = complaint.resolution.pauses.filter(({ reason }) => reason === 'awaiting_complainant');
    if (complaint.status !== 'awaiting_complainant') return past;
    const { start, due } = complaint.clock;
    return [...past, { from: addDays(localDateOf(start), 1), to: due.date, reason: 'awaiting_complainant' }];
  });
  return others.reduce<readonly Pause[]>(
    (common, waits) => common.flatMap((one) => waits.flatMap((other) => overlap(one, other))),
    first ?? [],
  );
}

function overlap(a: Pause, b: Pause): readonly Pause[] {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return to !== null && to < from ? [] : [{ ...a, from, to }];
}
