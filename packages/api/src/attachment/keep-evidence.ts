import { insertAttachment, type KeptFile } from '@bihuan/db';
import type { Actor, AttachmentEvent, Evidence } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { eventActor } from '../work.ts';
import { saveOrRemove, type FilesTaken } from './attach-files.ts';
import { fileLimitsOf } from './file-limits.ts';
import type { FileRefusal } from './file-refusal.ts';
import { keepFile } from './keep-file.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

/** Those files that count towards how many evidence may be. */
type Beside = { readonly itemId: string } | { readonly inspectionId: string; readonly evidenceRef: string };

/**
 * Takes the files of a posted form as evidence, once it is settled that this person may add them. Each is looked into, drawn
 * anew where it is an image, sealed, and taken or refused by itself; the same file sent twice is one.
 */
export async function keepEvidence(
  house: House,
  actor: Actor,
  evidence: Evidence,
  upload: Upload,
  beside: Beside,
): Promise<Result<FilesTaken>> {
  const limits = await fileLimitsOf(house);
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  try {
    const { files } = received.value;
    if (files.length === 0) return refusal('no_file');
    const there = await house.db.prisma.attachmentRow.count({ where: beside });
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
