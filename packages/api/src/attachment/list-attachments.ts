import { loadAttachment, loadItem, readComplaintFiles, readNames, type ComplaintFile } from '@bihuan/db';
import { hasRole, type Actor, type Area, type Attachment, type AttachmentKind } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { findingReach } from '../inspection/finding-reach.ts';
import { pageOfAttachment } from './change-attachment.ts';
import { fileReach } from './file-reach.ts';
import { listEvidence, listFindingEvidence, type EvidenceView } from './list-evidence.ts';

const schema = z.object({ complaintId: z.uuid('required') });

/** A file of a complaint as one person may see it. */
export type AttachmentView = {
  readonly id: string;
  readonly complaintId: string;
  readonly version: number;
  readonly kind: AttachmentKind;
  readonly type: string;
  readonly bytes: number;
  readonly addedAt: string;
  /** Its place among the files of the complaint, from 1. */
  readonly ordinal: number;
  /** Null for a department: a name may tell who the person is. */
  readonly name: string | null;
  readonly isRedacted: boolean;
  /** Whether the departments that handle the matter see it. */
  readonly isReleased: boolean;
  /** Name of the member of staff who added it; null where the complainant did, or where it is not to be told. */
  readonly addedBy: string | null;
  readonly isScanned: boolean;
  /** What this person may do with it. */
  readonly mayDecide: boolean;
};

/** The files of a complaint. `not_found` where the complaint is not theirs; a department sees only what it was given. */
export async function listAttachments(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly AttachmentView[]>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { complaintId } = parsed.value;
  const reach = await fileReach(house, actor, complaintId);
  if (reach === 'nothing') return refusal('not_found');
  const files = await readComplaintFiles(house.db, complaintId, house.keyring);
  const { people } = await readNames(
    house.db,
    [],
    files.flatMap(({ addedById }) => addedById ?? []),
  );
  const view = (file: ComplaintFile, index: number): AttachmentView => ({
    ...{
      id: file.id,
      complaintId,
      version: file.version,
      kind: file.kind,
      type: file.type,
      bytes: file.bytes,
    },
    ...{ addedAt: file.addedAt, ordinal: index + 1 },
    name: reach === 'released' ? null : file.name,
    isRedacted: file.redactedSha256 !== null,
    isReleased: file.access === 'department',
    addedBy: reach === 'office' ? (people.get(file.addedById ?? '')?.name ?? null) : null,
    isScanned: file.scan === 'clean',
    mayDecide: reach === 'office' && hasRole(actor, 'triage_admin'),
  });
  return done(files.map(view).filter(({ isReleased }) => reach !== 'released' || isReleased));
}

/** A file that somebody is about to decide on, with what is covered of it. */
export type AttachmentToCover = Pick<AttachmentView, 'id' | 'name' | 'kind' | 'version'> & {
  /** Where it is shown with its like; relative to the site. */
  readonly page: string;
  readonly areas: readonly Area[];
};

/** One of them with what is covered of it, for the person who is about to decide on it. */
export async function readAttachmentView(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<AttachmentToCover>> {
  const parsed = parseInput(z.object({ attachmentId: z.uuid('required') }), raw);
  if (!parsed.ok) return refusal('not_found');
  const { attachmentId } = parsed.value;
  const attachment = (await loadAttachment(house.db, attachmentId))?.state;
  if (attachment === undefined) return refusal('not_found');
  const areas = attachment.redaction?.areas ?? [];
  const page = pageOfAttachment(attachment);
  const beside = await filesBeside(house, actor, attachment);
  const view = beside.find((one) => one.id === attachmentId && one.mayDecide);
  if (view === undefined) return refusal('not_found');
  const { id, name, kind, version } = view;
  return done({ id, name, kind, version, page, areas });
}

/** The files this person sees where this one is shown. */
async function filesBeside(
  house: House,
  actor: Actor,
  { complaintId, evidence }: Attachment,
): Promise<readonly (AttachmentView | EvidenceView)[]> {
  if (evidence === null) {
    const listed = await listAttachments(house, actor, { complaintId: complaintId ?? '' });
    return listed.ok ? listed.value : [];
  }
  if ('itemId' in evidence) {
    const item = (await loadItem(house.db, evidence.itemId))?.state;
    return item === undefined ? [] : listEvidence(house, actor, item);
  }
  const { inspectionId, ref } = evidence;
  const reach = await findingReach(house, actor, evidence);
  return listFindingEvidence(house, actor, inspectionId, new Map([[ref, reach]]));
}
