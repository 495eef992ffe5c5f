import { z } from 'zod';

/** Which complaint, and the version of it that the person saw; a form sends both. */
export const complaintRef = {
  complaintId: z.uuid('required'),
  version: z.preprocess(
    (version) => (version === '' ? undefined : version),
    z.coerce.number('not_a_number').int('not_a_number').optional(),
  ),
};

export type ComplaintRef = { readonly complaintId: string; readonly version?: number | undefined };
