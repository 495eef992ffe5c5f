import {
  loadAttachment,
  loadItem,
  readComplaintFiles,
  readEvidenceFiles,
  saveChange,
  updateAttachment,
  type Statement,
} from '@bihuan/db';
import {
  concernedDepartmentIds,
  decideAttachment,
  evolveAttachment,
  unitsOf,
  type Actor,
  type Attachment,
  type AttachmentCommand,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from '../supervision/item-scope.ts';
import { eventActor } from '../work.ts';
import { fileReach } from './file-reach.ts';

export type ChangedAttachment = {
  readonly attachmentId: string;
  /** Null where it is evidence on an item. */
  readonly complaintId: string | null;
  /** The key that its bytes are sealed with. */
  readonly keyId: string;
  readonly state: Attachment;
};

/** The attachment for somebody who sees all files beside it and is of no department concerned; `not_found` for everybody else. */
export async function attachmentForOffice(
  house: House,
  actor: Actor,
  attachmentId: string,
): Promise<Result<ChangedAttachment>> {
  const state = (await loadAttachment(house.db, attachmentId))?.state;
  if (state === undefined) return refusal('not_found');
  const { complaintId, evidence } = state;
  if (evidence !== null) {
    const item = (await loadItem(house.db, evidence.itemId))?.state;
    if (item === undefined || itemScope(actor).kind !== 'all' || actor.kind !== 'staff')
      return refusal('not_found');
    if (unitsOf(actor).some((id) => concernedDepartmentIds(item).includes(id))) return refusal('not_found');
    const shown = await readEvidenceFiles(house.db, evidence.itemId, house.keyring);
    return done({ attachmentId, complaintId, keyId: keyIn(shown, attachmentId), state });
  }
  if (complaintId === null || (await fileReach(house, actor, complaintId)) !== 'office')
    return refusal('not_found');
  const files = await readComplaintFiles(house.db, complaintId, house.keyring);
  return done({ attachmentId, complaintId, keyId: keyIn(files, attachmentId), state });
}

function keyIn(
  files: readonly { readonly id: string; readonly keyId: string }[],
  attachmentId: string,
): string {
  return files.find(({ id }) => id === attachmentId)?.keyId ?? '';
}

/** Gives one command on an attachment and saves, with `extra` in the same transaction. `seenVersion` older: `stale`. */
export async function changeAttachment(
  house: House,
  actor: Actor,
  { attachmentId, version }: { readonly attachmentId: string; readonly version?: number | undefined },
  command: AttachmentCommand,
  extra: readonly Statement[] = [],
): Promise<Result<ChangedAttachment>> {
  const found = await attachmentForOffice(house, actor, attachmentId);
  if (!found.ok) return found;
  const before = await loadAttachment(house.db, attachmentId);
  if (before === null) return refusal('not_found');
  if (version !== undefined && version !== before.head.version) return refusal('stale');
  const decision = decideAttachment(before.state, command, { actor, now: house.now() });
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const state = decision.events.reduce<Attachment>(evolveAttachment, before.state);
  const statements = updateAttachment(before, state, decision.events, eventActor(actor));
  const saved = await saveChange(house.db, { statements: [...statements, ...extra] });
  return saved.ok ? done({ ...found.value, state }) : refusal('stale');
}
