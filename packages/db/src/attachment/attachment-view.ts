import type { AttachmentAccess, Evidence } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import { nameContext, type KeptFile } from './kept-file.ts';

/** A file of a complaint, with its name opened. */
export type ComplaintFile = KeptFile & {
  readonly complaintId: string;
  readonly addedAt: string;
  readonly addedById: string | null;
  readonly access: AttachmentAccess;
  readonly redactedSha256: string | null;
  /** The key that its bytes and its name are sealed with. */
  readonly keyId: string;
  readonly version: number;
};

/** The files of one complaint, in the order in which they came. */
export async function readComplaintFiles(
  db: Pick<Database, 'pool'>,
  complaintId: string,
  keyring: Keyring,
): Promise<readonly ComplaintFile[]> {
  const { rows } = await db.pool.query<
    Omit<ComplaintFile, 'name' | 'addedAt'> & { name: Buffer; addedAt: Date }
  >({
    name: 'complaint-files',
    text: `SELECT id, complaint_id AS "complaintId", kind, type, bytes, sha256, copy_sha256 AS "copySha256", scan,
  added_at AS "addedAt", added_by_id AS "addedById", access, redacted_sha256 AS "redactedSha256", name, key_id AS "keyId", version
FROM attachment WHERE complaint_id = $1 ORDER BY added_at, id`,
    values: [complaintId],
  });
  return rows.map(({ name, addedAt, ...row }) => ({
    ...row,
    addedAt: addedAt.toISOString(),
    name: keyring.open(name, nameContext(row.id), row.keyId),
  }));
}

/** A file that is evidence, with its name opened. */
export type EvidenceFile = Omit<ComplaintFile, 'complaintId'> & {
  readonly evidenceOf: Evidence['of'];
  readonly evidenceRef: string;
};

/** What evidence is on: a supervision item, or a special inspection with its findings. */
export type EvidenceOwner = { readonly itemId: string } | { readonly inspectionId: string };

/** The evidence on one item or inspection, in the order in which it came. */
export async function readEvidenceFiles(
  db: Pick<Database, 'prisma'>,
  owner: EvidenceOwner,
  keyring: Keyring,
): Promise<readonly EvidenceFile[]> {
  const rows = await db.prisma.attachmentRow.findMany({
    where: owner,
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(
    ({ name, headHash: _, complaintId: __, itemId: ___, inspectionId: ____, addedAt, ...row }) => ({
      ...(row as Omit<EvidenceFile, 'name' | 'addedAt'>),
      addedAt: addedAt.toISOString(),
      name: keyring.open(name, nameContext(row.id), row.keyId),
    }),
  );
}
