import { localDateOf, type Instant, type LocalDate } from '@bihuan/api/domain';
import { departmentOf, type ZoneCode } from '../more-departments.ts';
import { fillSlots } from '../fill-slots.ts';
import type { Step } from '../matters/index.ts';
import type { Scene } from '../scene.ts';
import { BESIDE } from '../texts/office-words.ts';
import type { FiledComplaint } from './file-complaint.ts';

/** A supervision item as its story sees it. */
export type ItemCase = {
  readonly itemId: string;
  /** Who leads it now. */
  lead: ZoneCode;
  readonly steps: readonly Step[];
  /** The step of the procedure that it is about. */
  readonly step: string;
  readonly title: string;
  /** When its time began to run, and for how many working days. */
  readonly start: Instant;
  readonly workingDays: number;
  /** Null where no complaint is behind it, or none any more. */
  complaint: FiledComplaint | null;
  /** Whether calling the complainant back still has a point. */
  isCallable: boolean;
};

/** The departments that cooperate: those named in the steps, less the lead. */
export function cooperating({ steps, lead }: Pick<ItemCase, 'steps' | 'lead'>): readonly ZoneCode[] {
  const named = steps.flatMap(([, , by]) => (by === undefined || by === lead ? [] : [by]));
  return [...new Set(named)];
}

/**
 * What a command to assign carries: the measures spread over the days that are left, `workingDays` where the clock is over,
 * and a reason in case the department has an item on the same matter.
 */
export function assignment(scene: Scene, item: Omit<ItemCase, 'itemId'>, fresh: number | null = null) {
  const { hours, zone } = scene;
  const today = localDateOf(scene.at);
  const promised = hours.dayAfter(localDateOf(item.start), item.workingDays);
  const given = fresh ?? (promised < today ? 5 : null);
  const due = given === null ? promised : hours.dayAfter(today, given);
  const days = workingDaysBetween(scene, today, due);
  return {
    leadDepartmentId: zone.departmentId(item.lead),
    cooperatingDepartmentIds: cooperating(item).map(zone.departmentId),
    measures: item.steps.map(([text, , by], index) => ({
      text,
      departmentId: zone.departmentId(by ?? item.lead),
      dueOn: hours.dayAfter(today, Math.ceil((days * (index + 1)) / item.steps.length)),
    })),
    ...(given === null ? {} : { workingDays: given }),
    doubleReason: BESIDE,
  };
}

/** Fills in the words that texts about an item may leave open. */
export function itemWords(item: ItemCase, text: string): string {
  const [measure] = item.steps[0] ?? [item.step];
  const department = departmentOf(item.lead).name;
  return fillSlots(text, { department, step: item.step, title: item.title, measure });
}

function workingDaysBetween({ hours }: Scene, from: LocalDate, to: LocalDate): number {
  let days = 0;
  while (hours.dayAfter(from, days) < to) days += 1;
  return days;
}
