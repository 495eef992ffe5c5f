import { z } from 'zod';
import { seenVersion } from '../parse-input.ts';

/** Which complaint, and the version of it that the person saw; a form sends both. */
export const complaintRef = {
  complaintId: z.uuid('required'),
  version: seenVersion,
};

export type ComplaintRef = { readonly complaintId: string; readonly version?: number | undefined };
