import { mayAddFindingEvidence, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { FilesTaken } from '../attachment/attach-files.ts';
import { keepEvidence } from '../attachment/keep-evidence.ts';
import type { Upload } from '../attachment/receive-upload.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { refusal, type Result } from '../result.ts';
import { inspectionFor } from './change-inspection.ts';

const schema = z.object({ inspectionId: z.uuid('required'), findingId: z.uuid('required') });

/**
 * Puts the files of a posted form to a finding of a special inspection: by its team, until the report goes to its approval.
 * How many files a finding takes is the limit of an item.
 */
export async function attachFindingEvidence(
  house: House,
  actor: Actor,
  raw: unknown,
  upload: Upload,
): Promise<Result<FilesTaken>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { inspectionId, findingId: ref } = parsed.value;
  const loaded = await inspectionFor(house, actor, { inspectionId });
  if (!loaded.ok) return loaded;
  const answer = mayAddFindingEvidence(actor, loaded.value.state, ref);
  if (!answer.ok) return { ok: false, kind: 'refusal', refusal: answer.refusal };
  const evidence = { inspectionId, of: 'finding', ref } as const;
  return keepEvidence(house, actor, evidence, upload, { inspectionId, evidenceRef: ref });
}
