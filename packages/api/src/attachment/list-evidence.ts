import { readEvidenceFiles, readNames, type EvidenceFile } from '@bihuan/db';
import {
  concernedDepartmentIds,
  hasRole,
  unitsOf,
  type Actor,
  type AttachmentKind,
  type EvidenceOf,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { hiderFor } from '../people/identity/hide-person.ts';

/** A file that is evidence on an item, beside what it is evidence of. */
export type EvidenceView = {
  readonly id: string;
  readonly of: EvidenceOf;
  readonly ref: string;
  readonly version: number;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
  /** SHA-256 of the file as it came, in hex. */
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly isRedacted: boolean;
  readonly isScanned: boolean;
  /** Whether this person may cover parts of it. */
  readonly mayDecide: boolean;
};

/** The evidence on an item that the reader may see; names without what tells who a complainant is. */
export async function listEvidence(
  house: House,
  actor: Actor,
  item: SupervisionItem,
): Promise<readonly EvidenceView[]> {
  const files = await readEvidenceFiles(house.db, item.id, house.keyring);
  if (files.length === 0) return [];
  const { people } = await readNames(
    house.db,
    [],
    files.flatMap(({ addedById }) => addedById ?? []),
  );
  const hide = await hiderFor(house, actor, item.complaintIds);
  const concerned = concernedDepartmentIds(item);
  const mayDecide =
    hasRole(actor, 'triage_admin') && !unitsOf(actor).some((unit) => concerned.includes(unit));
  const view = (file: EvidenceFile): EvidenceView => ({
    ...{ id: file.id, of: file.evidenceOf, ref: file.evidenceRef, version: file.version },
    ...{ kind: file.kind, bytes: file.bytes, sha256: file.sha256, addedAt: file.addedAt },
    name: hide.work({ text: file.name }, item.complaintIds).text,
    addedBy: people.get(file.addedById ?? '')?.name ?? '',
    isRedacted: file.redactedSha256 !== null,
    isScanned: file.scan === 'clean',
    mayDecide,
  });
  return files.map(view);
}
