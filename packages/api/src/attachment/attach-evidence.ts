import { insertAttachment, readStream, toDomainEvent, type KeptFile } from '@bihuan/db';
import {
  EVIDENCE_OF,
  foldItem,
  mayAddEvidence,
  type Actor,
  type AttachmentEvent,
  type Evidence,
  type ItemEvent,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { seesItem } from '../supervision/item-scope.ts';
import { eventActor } from '../work.ts';
import { saveOrRemove, type FilesTaken } from './attach-files.ts';
import { fileLimitsOf } from './file-limits.ts';
import type { FileRefusal } from './file-refusal.ts';
import { keepFile } from './keep-file.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

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
  const limits = await fileLimitsOf(house);
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  try {
    const { files } = received.value;
    if (files.length === 0) return refusal('no_file');
    const there = await house.db.prisma.attachmentRow.count({ where: { itemId: evidence.itemId } });
    if (there + files.length > limits.filesPerItem)
      return refusal('too_many_files', { most: limits.filesPerItem });
    const taken = { added: 0, known: 0, refused: [] as FileRefusal[] };
    for (const incoming of files) {
      const kept = await keepFile(house, incoming, limits);
      if (!kept.ok) {
        taken.refused.push(kept.refusal);
        continue;
      }
      const event = evidenceEvent(kept.file, evidence, house.now());
      const statements = insertAttachment(event, eventActor(actor), kept.file, house.keyring);
      taken[(await saveOrRemove(house, kept.file.id, statements)) ? 'added' : 'known'] += 1;
    }
    return done(taken);
  } finally {
    await received.value.discard();
  }
}

function evidenceEvent(
  { id, kind, type: mediaType, bytes, sha256, copySha256 }: KeptFile,
  evidence: Evidence,
  at: string,
): Extract<AttachmentEvent, { type: 'EvidenceAdded' }> {
  return { type: 'EvidenceAdded', at, id, ...evidence, kind, mediaType, bytes, sha256, copySha256 };
}
