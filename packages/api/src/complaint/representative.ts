import { RELATIONS } from '@bihuan/domain';
import { z } from 'zod';
import { choice, typedText } from '../parse-input.ts';
import { phone } from './contact-fields.ts';

const given = z.object({
  name: typedText(1, 50),
  phone: phone.default(''),
  relation: choice(RELATIONS),
});

/**
 * Who stands at the desk for the complainant: a person of their own beside the complainant, whose fields stay as they are.
 * Nobody where no name, phone or relation was given.
 */
export const representative = z.preprocess(
  (typed) =>
    typeof typed === 'object' && typed !== null && Object.values(typed).some((value) => value !== '')
      ? typed
      : null,
  given.nullable().default(null),
);
