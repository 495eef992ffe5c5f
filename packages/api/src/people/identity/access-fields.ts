import { IDENTITY_FIELDS } from '@bihuan/domain';
import { z } from 'zod';
import { choice } from '../../parse-input.ts';

/** Which of name, phone and email; a form sends one tick as a word and several as a list. */
export const accessFields = z.preprocess(
  (typed) => (typeof typed === 'string' ? [typed] : typed),
  z
    .array(choice(IDENTITY_FIELDS), 'required')
    .min(1, 'required')
    .max(20, 'out_of_range')
    .transform((fields) => IDENTITY_FIELDS.filter((field) => fields.includes(field))),
);
