import { insertDraftFile, loadDraft, readDraftFiles } from '@bihuan/db';
import { fileLimitsOf } from '../../../attachment/file-limits.ts';
import type { FileRefusal } from '../../../attachment/file-refusal.ts';
import type { FilesTaken } from '../../../attachment/attach-files.ts';
import { keepFile, removeKept } from '../../../attachment/keep-file.ts';
import { receiveUpload, type Upload } from '../../../attachment/receive-upload.ts';
import type { House } from '../../../house.ts';
import { banOf } from '../../../people/address-ban/ban-of.ts';
import { done, refusal, type Result } from '../../../result.ts';
import { uploadLimit } from './upload-limit.ts';

/** What became of the files of one post, and what was typed beside them. */
export type DraftFilesTaken = FilesTaken & { readonly fields: Readonly<Record<string, string>> };

/**
 * Adds the files of a posted form, none or several, to a draft; each is taken or refused by itself. They are kept as long as
 * the draft is. `address`: the network address that sends, never kept as it is.
 */
export async function attachDraftFiles(
  house: House,
  address: string,
  draftId: string,
  upload: Upload,
): Promise<Result<DraftFilesTaken>> {
  if ((await loadDraft(house.db, house.keyring, draftId, house.now())) === null) return refusal('draft_gone');
  const addressHash = house.keyring.keyedHash('address', address);
  const ban = await banOf(house, addressHash);
  if (ban !== null) return refusal('address_banned', ban);
  const limits = await fileLimitsOf(house);
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  const { files, fields, discard } = received.value;
  try {
    if (files.length > 0 && !(await uploadLimit(house).take(addressHash))) return refusal('too_many_uploads');
    const there = await readDraftFiles(house.db, draftId, house.keyring);
    if (there.length + files.length > limits.filesPerComplaint)
      return refusal('too_many_files', { most: limits.filesPerComplaint });
    const taken = { added: 0, known: 0, refused: [] as FileRefusal[] };
    for (const incoming of files) {
      const kept = await keepFile(house, incoming, limits);
      if (!kept.ok) {
        taken.refused.push(kept.refusal);
        continue;
      }
      const isNew = await insertDraftFile(house.db, draftId, kept.file, house.now(), house.keyring);
      if (!isNew) await removeKept(house, [kept.file.id]);
      taken[isNew ? 'added' : 'known'] += 1;
    }
    return done({ ...taken, fields });
  } finally {
    await discard();
  }
}
