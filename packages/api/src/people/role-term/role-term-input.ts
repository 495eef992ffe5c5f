import { isLocalDate, ROLES } from '@bihuan/domain';
import { z } from 'zod';
import { reasonOfChange } from '../../configuration/record-change.ts';
import { choice } from '../../parse-input.ts';

const day = z.string('required').min(1, 'required').refine(isLocalDate, 'not_a_date');

/** Which role of whom, and why. */
export const roleOfPerson = {
  staffId: z.uuid('unknown_staff'),
  role: choice(ROLES),
  reason: reasonOfChange,
};

export const firstDay = day;
export const lastDay = day;
/** Empty: until further notice. */
export const lastDayOrNone = z.preprocess(
  (typed) => (typed === '' ? null : typed),
  day.nullable().default(null),
);
