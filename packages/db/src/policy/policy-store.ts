import type { DeadlinePolicy, LocalDate, ScoringPolicy } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type PolicyData = { readonly deadlines: DeadlinePolicy; readonly scoring: ScoringPolicy };
export type PolicyKind = keyof PolicyData;

/** The published version of a kind that is in force on a date; null where none is. */
export async function policyInForce<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  on: LocalDate,
): Promise<PolicyData[Kind] | null> {
  const row = await db.prisma.policy.findFirst({
    where: { kind, status: 'published', effectiveFrom: { lte: new Date(on) } },
    orderBy: [{ effectiveFrom: 'desc' }, { createdAt: 'desc' }],
  });
  return row === null ? null : (row.data as PolicyData[Kind]);
}

/** One version of a kind, in force or not; null where there is none. */
export async function policyVersion<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  version: string,
): Promise<PolicyData[Kind] | null> {
  const row = await db.prisma.policy.findUnique({ where: { kind_version: { kind, version } } });
  return row === null ? null : (row.data as PolicyData[Kind]);
}

/** Publishes a version; nothing happens where it is there already. */
export async function publishPolicy<Kind extends PolicyKind>(
  db: Pick<Database, 'prisma'>,
  kind: Kind,
  data: PolicyData[Kind],
  effectiveFrom: LocalDate,
  source: string,
  createdAt: string,
): Promise<void> {
  const { version } = data;
  await db.prisma.policy.upsert({
    where: { kind_version: { kind, version } },
    create: {
      kind,
      version,
      status: 'published',
      effectiveFrom: new Date(effectiveFrom),
      data,
      source,
      createdAt,
    },
    update: {},
  });
}
