import {
  loadAttachment,
  loadItem,
  readComplaintFiles,
  readEvidenceFiles,
  type ComplaintFile,
} from '@bihuan/db';
import type { Actor, FindingEvidence } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { findingReach } from '../inspection/finding-reach.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { seesItem } from '../supervision/item-scope.ts';
import { copyKey, originalKey, redactedKey } from './file-keys.ts';
import { fileReach } from './file-reach.ts';
import { TAKEN_TYPES } from './inspect/file-types.ts';

const schema = z.object({ attachmentId: z.uuid('required') });

/** The bytes of a file, and how they are to be handed out. */
export type ServedFile = {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Text only. */
  readonly name: string;
  /** Only of images that we drew anew; everything else is saved, not shown. */
  readonly isInline: boolean;
};

/**
 * A file as this person may see it: of an image the copy drawn anew, covered where it was covered. The complainant sees
 * what they sent. `not_found` for whatever is not theirs.
 */
export async function readAttachment(house: House, actor: Actor, raw: unknown): Promise<Result<ServedFile>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { attachmentId: id } = parsed.value;
  const attachment = (await loadAttachment(house.db, id))?.state;
  if (attachment === undefined) return refusal('not_found');
  const { evidence } = attachment;
  if (evidence !== null)
    return 'itemId' in evidence
      ? serveItemEvidence(house, actor, id, evidence.itemId)
      : serveFindingEvidence(house, actor, id, evidence);
  const complaintId = attachment.complaintId ?? '';
  const reach = await fileReach(house, actor, complaintId);
  if (reach === 'nothing' || (reach === 'released' && attachment.access !== 'department'))
    return refusal('not_found');
  const files = await readComplaintFiles(house.db, complaintId, house.keyring);
  const place = files.findIndex((file) => file.id === id);
  const file = files[place];
  if (file === undefined) return refusal('not_found');
  const stem = reach === 'released' ? `${file.kind}-${place + 1}` : file.name.replace(/\.[^.]+$/, '');
  return serve(house, file, stem, reach === 'own' ? null : file.redactedSha256);
}

/** To whoever may see the item; never to a complainant. */
async function serveItemEvidence(
  house: House,
  actor: Actor,
  id: string,
  itemId: string,
): Promise<Result<ServedFile>> {
  const item = await loadItem(house.db, itemId);
  if (item === null || !seesItem(actor, item.state)) return refusal('not_found');
  const file = (await readEvidenceFiles(house.db, { itemId }, house.keyring)).find((one) => one.id === id);
  if (file === undefined) return refusal('not_found');
  const hide = await hiderFor(house, actor, item.state.complaintIds);
  const { text } = hide.work({ text: file.name }, item.state.complaintIds);
  return serve(house, file, text.replace(/\.[^.]+$/, ''), file.redactedSha256);
}

/** Under a neutral name to a department: that of the file may tell who came. */
async function serveFindingEvidence(
  house: House,
  actor: Actor,
  id: string,
  evidence: FindingEvidence,
): Promise<Result<ServedFile>> {
  const reach = await findingReach(house, actor, evidence);
  if (reach === 'nothing') return refusal('not_found');
  const { inspectionId, ref } = evidence;
  const files = await readEvidenceFiles(house.db, { inspectionId }, house.keyring);
  const beside = files.filter(({ evidenceRef }) => evidenceRef === ref);
  const place = beside.findIndex((one) => one.id === id);
  const file = beside[place];
  if (file === undefined) return refusal('not_found');
  const stem = reach === 'all' ? file.name.replace(/\.[^.]+$/, '') : `${file.kind}-${place + 1}`;
  return serve(house, file, stem, file.redactedSha256);
}

async function serve(
  house: House,
  file: Pick<ComplaintFile, 'id' | 'kind' | 'type' | 'keyId'>,
  stem: string,
  covered: string | null,
): Promise<Result<ServedFile>> {
  const { id } = file;
  const isImage = file.kind === 'image';
  const ending = isImage ? 'webp' : (TAKEN_TYPES[file.type]?.ending ?? 'bin');
  const shown = covered === null ? copyKey(id) : redactedKey(id, covered);
  const key = isImage ? shown : originalKey(id);
  return done({
    bytes: await readSealed(house, key, file.keyId),
    type: isImage ? 'image/webp' : file.type,
    name: `${stem}.${ending}`,
    isInline: isImage,
  });
}

/** Bytes out of the store, opened. Throws where they are not what was put there. */
export async function readSealed(house: House, key: string, keyId: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = house.keyring.openFile(await house.files.get(key), `file:${key}`, keyId);
  return bytes as Buffer<ArrayBuffer>;
}
