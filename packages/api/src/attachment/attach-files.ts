import { insertAttachment, saveChange, type KeptFile } from '@bihuan/db';
import {
  firstAccess,
  isLawfulForComplaint,
  isOneOf,
  type Actor,
  type AttachmentEvent,
  type Complaint,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { eventActor, Work } from '../work.ts';
import { fileLimitsOf } from './file-limits.ts';
import { fileReach } from './file-reach.ts';
import type { FileRefusal } from './file-refusal.ts';
import { keepFile, removeKept } from './keep-file.ts';
import { receiveUpload, type ReceivedUpload, type Upload } from './receive-upload.ts';

export type { Upload } from './receive-upload.ts';

/** What became of the files of one post. */
export type FilesTaken = {
  readonly added: number;
  /** Files that were there already. */
  readonly known: number;
  /** Files not taken, each with its name. */
  readonly refused: readonly FileRefusal[];
};

/**
 * Adds the files of a posted form to a complaint while it can be supplemented: by its complainant, the window or triage. Each
 * file is taken or refused by itself, so that one bad photo does not cost the others; the same file sent twice is one.
 * The field `isForDepartment` says whether the departments that handle the matter may see them.
 */
export async function attachFiles(
  house: House,
  actor: Actor,
  complaintId: string,
  upload: Upload,
): Promise<Result<FilesTaken>> {
  const reach = await fileReach(house, actor, complaintId);
  if (reach === 'nothing' || reach === 'released') return refusal('not_found');
  const complaint = await new Work(house, actor).complaint(complaintId);
  if (!complaint.ok) return complaint;
  if (!isOneOf(actor, ['complainant', 'clerk', 'triage_admin'], complaintId))
    return refusal('not_authorised');
  const { status } = complaint.value;
  if (!isLawfulForComplaint(status, 'supplement'))
    return refusal('illegal_move', { status, command: 'supplement' });
  const limits = await fileLimitsOf(house);
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  try {
    const { files } = received.value;
    if (files.length === 0) return refusal('no_file');
    const there = await house.db.prisma.attachmentRow.count({ where: { complaintId } });
    if (there + files.length > limits.filesPerComplaint)
      return refusal('too_many_files', { most: limits.filesPerComplaint });
    return done(await addAll(house, actor, complaint.value, received.value, limits));
  } finally {
    await received.value.discard();
  }
}

async function addAll(
  house: House,
  actor: Actor,
  complaint: Complaint,
  { files, fields }: ReceivedUpload,
  limits: Parameters<typeof keepFile>[2],
): Promise<FilesTaken> {
  const access = firstAccess(complaint.openness, fields['isForDepartment'] === 'true');
  const taken = { added: 0, known: 0, refused: [] as FileRefusal[] };
  for (const incoming of files) {
    const kept = await keepFile(house, incoming, limits);
    if (!kept.ok) {
      taken.refused.push(kept.refusal);
      continue;
    }
    const event = addedEvent(kept.file, complaint.id, access, house.now());
    const statements = insertAttachment(event, eventActor(actor), kept.file, house.keyring);
    const isNew = await saveOrRemove(house, kept.file.id, statements);
    taken[isNew ? 'added' : 'known'] += 1;
  }
  return taken;
}

/** The event with which a kept file becomes one of a complaint. */
export function addedEvent(
  { id, kind, type: mediaType, bytes, sha256, copySha256 }: KeptFile,
  complaintId: string,
  access: ReturnType<typeof firstAccess>,
  at: string,
): Extract<AttachmentEvent, { type: 'AttachmentAdded' }> {
  return {
    ...{ type: 'AttachmentAdded', at, id, complaintId },
    ...{ kind, mediaType, bytes, sha256, copySha256, access },
  };
}

/** False where the same file is there; then nothing stays of this one. */
export async function saveOrRemove(
  house: House,
  id: string,
  statements: ReturnType<typeof insertAttachment>,
): Promise<boolean> {
  try {
    const saved = await saveChange(house.db, { statements });
    if (!saved.ok) await removeKept(house, [id]);
    return saved.ok;
  } catch (error) {
    await removeKept(house, [id]);
    throw error;
  }
}
