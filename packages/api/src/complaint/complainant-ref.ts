import { z } from 'zod';

/** Fields of every command by a complainant: the complaint, and the version they saw, as the page carried it. */
export const complainantRef = {
  complaintId: z.uuid('required'),
  version: z.preprocess(
    (version) => (version === '' ? undefined : version),
    z.coerce.number('not_a_number').int('not_a_number').optional(),
  ),
};
