import { isLocalDate } from '@bihuan/domain';
import { z } from 'zod';
import { seenVersion, typedText } from '../parse-input.ts';
import type { InputCode } from '../result.ts';

/** Which item, and the version of it that the person saw; a form sends both. */
export const itemRef = {
  itemId: z.uuid('required' satisfies InputCode),
  version: seenVersion,
};

/** `YYYY-MM-DD`, a day that exists. */
export const localDate = z
  .string('required' satisfies InputCode)
  .refine((text) => text !== '', 'required' satisfies InputCode)
  .refine((text) => text === '' || isLocalDate(text), 'not_a_date' satisfies InputCode);

/** A radio pair: `true` or `false`, as text or as it is. */
export const yesOrNo = z.union([z.boolean(), z.stringbool()], 'required' satisfies InputCode);

/** A tick: anything not sent is no. */
export const tick = z.union([z.boolean(), z.stringbool()], 'not_a_choice' satisfies InputCode).default(false);

/** Why an item goes on beside an open one on the same matter; empty where there is none. */
export const doubleReason = typedText(0, 500).default('');

/** A sentence or two that somebody answers for. */
export const statement = typedText(2, 2000);
