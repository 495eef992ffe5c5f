import { localDateOf } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';

const SHOWN = 6;

/** A month, `2026-10`; the running one where none is asked for. */
export const askedMonth = z.preprocess(
  (typed) => (typed === '' || typed === null ? undefined : typed),
  z
    .string('malformed')
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'malformed')
    .optional(),
);

/** The month that runs now. */
export function runningMonth(house: House): string {
  return localDateOf(house.now()).slice(0, 7);
}

/** Six months up to the one asked for, the earliest first; none after the running one. */
export function monthsUntil(house: House, asked: string | undefined): readonly string[] {
  const running = runningMonth(house);
  const last = asked === undefined || asked > running ? running : asked;
  return Array.from({ length: SHOWN }, (_, index) => monthsBefore(last, SHOWN - 1 - index));
}

/** The month so many before this one; after it where `count` is negative. */
export function monthsBefore(month: string, count: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  const moved = year * 12 + nth - 1 - count;
  return `${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`;
}
