import { readStream, toDomainEvent } from '@bihuan/db';
import { EVIDENCE_OF, foldItem, mayAddEvidence, type Actor, type ItemEvent } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { refusal, type Result } from '../result.ts';
import { seesItem } from '../supervision/item-scope.ts';
import type { FilesTaken } from './attach-files.ts';
import { keepEvidence } from './keep-evidence.ts';
import type { Upload } from './receive-upload.ts';

const schema = z.object({
  itemId: z.uuid('required'),
  of: choice(EVIDENCE_OF),
  ref: z.string('required').min(1, 'required').max(40, 'malformed'),
});

/**
 * Puts the files of a posted form, as evidence, to a measure that is done, a progress report or a visit of an item. Each file
 * is looked into, drawn anew where it is an image, sealed, and taken or refused by itself; the same file sent twice is one.
 */
export async function attachEvidence(
  house: House,
  actor: Actor,
  raw: unknown,
  upload: Upload,
): Promise<Result<FilesTaken>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const evidence = parsed.value;
  const stored = await readStream(house.db, evidence.itemId);
  if (stored[0]?.stream !== 'supervision_item') return refusal('not_found');
  const item = foldItem(stored.map((event) => toDomainEvent<ItemEvent>(event)));
  if (item === null || !seesItem(actor, item)) return refusal('not_found');
  const visits = stored.filter(({ type }) => type === 'VisitRecorded').map(({ version }) => String(version));
  const answer = mayAddEvidence(actor, item, evidence, visits);
  if (!answer.ok) return { ok: false, kind: 'refusal', refusal: answer.refusal };
  return keepEvidence(house, actor, evidence, upload, { itemId: evidence.itemId });
}
