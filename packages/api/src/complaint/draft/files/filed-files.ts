import { insertAttachment, readDraftFiles, takeDraftFiles, type DraftFile, type Statement } from '@bihuan/db';
import { firstAccess, OPENNESS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { addedEvent } from '../../../attachment/attach-files.ts';
import type { House } from '../../../house.ts';
import { eventActor } from '../../../work.ts';

/** What the page of answers says of the files it showed: their ids, and who may see them. */
export const shownFiles = z.object({
  files: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => [...new Set(text.split(',').filter((id) => id !== ''))]),
  openness: z.enum(OPENNESS).catch('confidential'),
  filesForDepartment: z
    .string()
    .default('')
    .transform((text) => text === 'true'),
});

export type ShownFiles = z.output<typeof shownFiles>;

/** The files that were shown, out of the draft; null where one of them is not there any more. */
export async function findShownFiles(
  house: House,
  draftId: string | null,
  { files: ids }: ShownFiles,
): Promise<readonly DraftFile[] | null> {
  if (ids.length === 0) return [];
  if (draftId === null) return null;
  const there = await readDraftFiles(house.db, draftId, house.keyring);
  const found = there.filter(({ id }) => ids.includes(id));
  return found.length === ids.length ? found : null;
}

/** The statements by which files of a draft become those of the complaint that is filed with them. */
export function fileThem(
  house: House,
  actor: Actor,
  files: readonly DraftFile[],
  { openness, filesForDepartment }: ShownFiles,
  { complaintId, submittedAt }: { readonly complaintId: string; readonly submittedAt: string },
): readonly Statement[] {
  if (files.length === 0) return [];
  const access = firstAccess(openness, filesForDepartment);
  return [
    ...files.flatMap((file) => {
      const added = addedEvent(file, complaintId, access, submittedAt);
      return insertAttachment(added, eventActor(actor), file, house.keyring, file);
    }),
    takeDraftFiles(files.map(({ id }) => id)),
  ];
}
