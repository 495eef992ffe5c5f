import { firstFiledAt } from '@bihuan/db';
import {
  addDays,
  instantAt,
  isPeriodId,
  localDateOf,
  ordinalOfPeriod,
  periodAfter,
  periodNamed,
  periodOn,
  type AppraisalPeriod,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { periodsOf } from '../policy/rules-in-force.ts';

const MOST_PERIODS = 8;

/** The period that runs now. */
export async function presentPeriod(house: House): Promise<AppraisalPeriod> {
  return periodOn(localDateOf(house.now()), await periodsOf(house));
}

/** A period by its id; null where the text is none. */
export async function periodById(house: House, id: string): Promise<AppraisalPeriod | null> {
  return isPeriodId(id) ? periodNamed(id, await periodsOf(house)) : null;
}

/** Periods since the first complaint was filed, the newest first, eight at most; the present one is always among them. */
export async function periodsSoFar(house: House): Promise<readonly AppraisalPeriod[]> {
  const schedule = await periodsOf(house);
  const present = await presentPeriod(house);
  const first = await firstFiledAt(house.db);
  const oldest = first === null ? present : periodOn(localDateOf(first), schedule);
  const count = Math.min(MOST_PERIODS, ordinalOfPeriod(present.id) - ordinalOfPeriod(oldest.id) + 1);
  return Array.from({ length: Math.max(1, count) }, (_, back) => periodAfter(present.id, -back, schedule));
}

export type PeriodSpan = {
  readonly from: Instant;
  readonly until: Instant;
  readonly firstDay: LocalDate;
  /** The day after its last. */
  readonly endDay: LocalDate;
};

/** The moments of a period, the last one not among it. */
export function spanOf({ firstDay, lastDay }: AppraisalPeriod): PeriodSpan {
  const endDay = addDays(lastDay, 1);
  return { firstDay, endDay, from: instantAt(firstDay, '00:00'), until: instantAt(endDay, '00:00') };
}
