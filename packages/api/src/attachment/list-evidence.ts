import { findingOfItem, readEvidenceFiles, readNames, type EvidenceFile } from '@bihuan/db';
import {
  concernedDepartmentIds,
  hasRole,
  unitsOf,
  type Actor,
  type AttachmentKind,
  type Evidence,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { findingReach, type FindingReach } from '../inspection/finding-reach.ts';
import { hiderFor } from '../people/identity/hide-person.ts';

/** A file that is evidence, beside what it is evidence of. */
export type EvidenceView = {
  readonly id: string;
  readonly of: Evidence['of'];
  readonly ref: string;
  readonly version: number;
  /** Null where it might tell who came. */
  readonly name: string | null;
  /** Its place among the files beside it, from 1. */
  readonly ordinal: number;
  readonly kind: AttachmentKind;
  readonly bytes: number;
  /** SHA-256 of the file as it came, in hex. */
  readonly sha256: string;
  readonly addedAt: string;
  /** Empty where it is not to be told. */
  readonly addedBy: string;
  readonly isRedacted: boolean;
  readonly isScanned: boolean;
  /** Whether this person may cover parts of it. */
  readonly mayDecide: boolean;
};

/**
 * The evidence on an item that the reader may see, with that of the finding it came of; names without what tells who a
 * complainant is.
 */
export async function listEvidence(
  house: House,
  actor: Actor,
  item: SupervisionItem,
): Promise<readonly EvidenceView[]> {
  const files = await readEvidenceFiles(house.db, { itemId: item.id }, house.keyring);
  const hide = await hiderFor(house, actor, item.complaintIds);
  const concerned = concernedDepartmentIds(item);
  const mayDecide =
    hasRole(actor, 'triage_admin') && !unitsOf(actor).some((unit) => concerned.includes(unit));
  const views = await evidenceViews(house, files, mayDecide);
  const found = await findingOfItem(house.db, item.id);
  const ofFinding =
    found === null
      ? []
      : await listFindingEvidence(
          house,
          actor,
          found.inspectionId,
          new Map([[found.findingId, await findingReach(house, actor, { ...found, ref: found.findingId })]]),
        );
  return [
    ...ofFinding,
    ...views.map((view) => ({
      ...view,
      name: view.name && hide.work({ text: view.name }, item.complaintIds).text,
    })),
  ];
}

/** The files of the findings of an inspection, as far as each of these is reached. */
export async function listFindingEvidence(
  house: House,
  actor: Actor,
  inspectionId: string,
  reaches: ReadonlyMap<string, FindingReach>,
): Promise<readonly EvidenceView[]> {
  const files = await readEvidenceFiles(house.db, { inspectionId }, house.keyring);
  const reached = files.filter(({ evidenceRef }) => (reaches.get(evidenceRef) ?? 'nothing') !== 'nothing');
  const views = await evidenceViews(house, reached, hasRole(actor, 'triage_admin'));
  return views.map((view) =>
    reaches.get(view.ref) === 'all' ? view : { ...view, name: null, addedBy: '', mayDecide: false },
  );
}

async function evidenceViews(
  house: House,
  files: readonly EvidenceFile[],
  mayDecide: boolean,
): Promise<readonly EvidenceView[]> {
  if (files.length === 0) return [];
  const { people } = await readNames(
    house.db,
    [],
    files.flatMap(({ addedById }) => addedById ?? []),
  );
  return files.map((file) => ({
    ...{ id: file.id, of: file.evidenceOf, ref: file.evidenceRef, version: file.version },
    ...{ kind: file.kind, bytes: file.bytes, sha256: file.sha256, addedAt: file.addedAt, name: file.name },
    ordinal: files.filter(({ evidenceRef }) => evidenceRef === file.evidenceRef).indexOf(file) + 1,
    addedBy: people.get(file.addedById ?? '')?.name ?? '',
    isRedacted: file.redactedSha256 !== null,
    isScanned: file.scan === 'clean',
    mayDecide,
  }));
}
