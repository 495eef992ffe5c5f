import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, seenVersion } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeAttachment, type ChangedAttachment } from './change-attachment.ts';

const schema = z.object({
  attachmentId: z.uuid('required'),
  version: seenVersion,
});

/** Lets the departments that handle the matter see a file; of an image, the copy with what was covered. */
export async function releaseAttachment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAttachment>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeAttachment(house, actor, parsed.value, { type: 'release' });
}

/** Takes it back from them. */
export async function withholdAttachment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAttachment>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeAttachment(house, actor, parsed.value, { type: 'withhold' });
}
