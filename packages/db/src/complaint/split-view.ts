import type { Database } from '../database.ts';
import type { FiledMatter } from './complaint-store.ts';

/** What parts have from the complaint they are split from, beside their own words. */
export type MatterToSplit = Omit<
  FiledMatter,
  'title' | 'body' | 'categoryAnswers' | 'searchWords' | 'onceHash' | 'externalSource' | 'externalId'
> & {
  /** How many others were merged into it. */
  readonly followers: number;
};

/** Null where there is no such complaint. */
export async function readMatterToSplit(
  db: Pick<Database, 'prisma'>,
  complaintId: string,
): Promise<MatterToSplit | null> {
  const row = await db.prisma.complaint.findUnique({ where: { id: complaintId } });
  if (row === null) return null;
  const followers = await db.prisma.complaint.count({ where: { survivorId: complaintId, status: 'merged' } });
  const { tried, causeClass, wish, place, enterpriseName, creditCode, aboutDepartmentId, loggedById } = row;
  const { reportedAt, reportedCategory, chosenCategory, serviceItem, mayPublish, codeHash } = row;
  return {
    ...{ tried, causeClass, wish, place, enterpriseName, creditCode, aboutDepartmentId, loggedById },
    ...{ reportedCategory, chosenCategory, serviceItem, mayPublish, followers },
    reportedAt: reportedAt?.toISOString() ?? null,
    codeHash: Buffer.from(codeHash),
  };
}
