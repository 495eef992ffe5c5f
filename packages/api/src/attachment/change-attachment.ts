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
  type Evidence,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { findingReach } from '../inspection/finding-reach.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from '../supervision/item-scope.ts';
import { eventActor } from '../work.ts';
import { fileReach } from './file-reach.ts';

export type ChangedAttachment = {
  readonly attachmentId: string;
  /** Null where it is evidence. */
  readonly complaintId: string | null;
  /** Where it is shown with its like; relative to the site. */
  readonly page: string;
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
  const page = pageOfAttachment(state);
  if (evidence !== null) {
    if (!(await decidesOnEvidence(house, actor, evidence))) return refusal('not_found');
    const owner =
      'itemId' in evidence ? { itemId: evidence.itemId } : { inspectionId: evidence.inspectionId };
    const shown = await readEvidenceFiles(house.db, owner, house.keyring);
    return done({ attachmentId, complaintId, page, keyId: keyIn(shown, attachmentId), state });
  }
  if (complaintId === null || (await fileReach(house, actor, complaintId)) !== 'office')
    return refusal('not_found');
  const files = await readComplaintFiles(house.db, complaintId, house.keyring);
  return done({ attachmentId, complaintId, page, keyId: keyIn(files, attachmentId), state });
}

/** Where a file is shown with its like; relative to the site. */
export function pageOfAttachment({ complaintId, evidence }: Attachment): string {
  if (evidence === null) return `/complaints/${complaintId ?? ''}#files`;
  if ('itemId' in evidence) return `/supervision/${evidence.itemId}`;
  return `/inspections/${evidence.inspectionId}#finding-${evidence.ref}`;
}

async function decidesOnEvidence(house: House, actor: Actor, evidence: Evidence): Promise<boolean> {
  if (!('itemId' in evidence)) return (await findingReach(house, actor, evidence)) === 'all';
  const item = (await loadItem(house.db, evidence.itemId))?.state;
  if (item === undefined || itemScope(actor).kind !== 'all' || actor.kind !== 'staff') return false;
  return !unitsOf(actor).some((id) => concernedDepartmentIds(item).includes(id));
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
