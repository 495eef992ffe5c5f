import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { ConfigurationChange as Row } from '../generated/client.ts';

export const CONFIGURATION_SUBJECTS = [
  'department',
  'staff',
  'category',
  'question',
  'calendar',
  'webhook',
  'site_message',
  'entry',
  'bundle',
] as const;
export type ConfigurationSubject = (typeof CONFIGURATION_SUBJECTS)[number];

/** One field of what was changed, as text or a list of texts. */
export type ChangedFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type NewConfigurationChange = {
  readonly id: string;
  readonly at: Instant;
  readonly staffId: string | null;
  readonly subject: ConfigurationSubject;
  readonly subjectId: string;
  readonly reason: string;
  /** Null where it was made. */
  readonly before: ChangedFields | null;
  /** Null where it was taken away. */
  readonly after: ChangedFields | null;
};

/** A change as Prisma keeps it, for the transaction that makes it. */
export function changeData({ before, after, ...change }: NewConfigurationChange) {
  const json = (fields: ChangedFields | null) =>
    fields === null ? Prisma.DbNull : (fields as Prisma.InputJsonObject);
  return { ...change, before: json(before), after: json(after) };
}

/** The latest changes of some subjects, newest first; `subjectId` for those of one. */
export async function readChanges(
  db: Pick<Database, 'prisma'>,
  subjects: readonly ConfigurationSubject[],
  subjectId: string | null,
  limit: number,
): Promise<readonly NewConfigurationChange[]> {
  const rows = await db.prisma.configurationChange.findMany({
    where: { subject: { in: [...subjects] }, ...(subjectId === null ? {} : { subjectId }) },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(changeOf);
}

function changeOf({ at, subject, before, after, ...row }: Row): NewConfigurationChange {
  return {
    ...row,
    at: at.toISOString(),
    subject: subject as ConfigurationSubject,
    before: before as ChangedFields | null,
    after: after as ChangedFields | null,
  };
}
