import { COMPLEXITIES } from '@bihuan/domain';
import { z } from 'zod';
import { choice } from '../parse-input.ts';

/** What triage decides about a matter: its category by code, and how complex it is, which sets the deadline. */
export const classification = {
  category: z.string('required').min(1, 'required').max(64, 'unknown_category'),
  complexity: choice(COMPLEXITIES),
};
