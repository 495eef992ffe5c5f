import { deleteDraftFiles, readDraftFiles } from '@bihuan/db';
import type { AttachmentKind } from '@bihuan/domain';
import { z } from 'zod';
import { copyKey, originalKey } from '../../../attachment/file-keys.ts';
import { TAKEN_TYPES } from '../../../attachment/inspect/file-types.ts';
import { removeKept } from '../../../attachment/keep-file.ts';
import { readSealed, type ServedFile } from '../../../attachment/read-attachment.ts';
import type { House } from '../../../house.ts';
import { parseInput } from '../../../parse-input.ts';
import { done, refusal, type Result } from '../../../result.ts';
import { draftRef } from '../draft.ts';

export type DraftFileView = {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly name: string;
  readonly bytes: number;
};

const fileRef = draftRef.extend({ fileId: z.uuid() });

/** The files of a draft, in the order in which they came. */
export async function listDraftFiles(house: House, raw: unknown): Promise<Result<readonly DraftFileView[]>> {
  const parsed = parseInput(draftRef, raw);
  if (!parsed.ok) return refusal('draft_gone');
  const files = await readDraftFiles(house.db, parsed.value.draftId, house.keyring);
  return done(files.map(({ id, kind, name, bytes }) => ({ id, kind, name, bytes })));
}

/** A file of a draft for whoever writes it: of an image the copy drawn anew. */
export async function readDraftFile(house: House, raw: unknown): Promise<Result<ServedFile>> {
  const parsed = parseInput(fileRef, raw);
  if (!parsed.ok) return refusal('not_found');
  const { draftId, fileId } = parsed.value;
  const files = await readDraftFiles(house.db, draftId, house.keyring);
  const file = files.find(({ id }) => id === fileId);
  if (file === undefined) return refusal('not_found');
  const isImage = file.kind === 'image';
  const ending = isImage ? 'webp' : (TAKEN_TYPES[file.type]?.ending ?? 'bin');
  return done({
    bytes: await readSealed(house, isImage ? copyKey(fileId) : originalKey(fileId), file.keyId),
    type: isImage ? 'image/webp' : file.type,
    name: `${file.name.replace(/\.[^.]+$/, '')}.${ending}`,
    isInline: isImage,
  });
}

/** Takes a file out of a draft; one that is gone already is out as well. */
export async function removeDraftFile(house: House, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(fileRef, raw);
  if (!parsed.ok) return refusal('draft_gone');
  await removeKept(house, await deleteDraftFiles(house.db, parsed.value.draftId, parsed.value.fileId));
  return done(null);
}
