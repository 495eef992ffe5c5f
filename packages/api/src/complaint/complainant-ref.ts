import { z } from 'zod';
import { seenVersion } from '../parse-input.ts';

/** Fields of every command by a complainant: the complaint, and the version they saw, as the page carried it. */
export const complainantRef = {
  complaintId: z.uuid('required'),
  version: seenVersion,
};
