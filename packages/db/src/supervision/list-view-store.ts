import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A filter of the supervision list with its columns, kept under a name. */
export type StoredListView = {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  /** The address without the page. */
  readonly query: string;
  /** A role, or `everybody`; null: the owner's alone. */
  readonly sharedWith: string | null;
  readonly isDefault: boolean;
  readonly changedAt: Instant;
};

type Db = Pick<Database, 'prisma'>;

/** Keeps a view; one of the same owner and name is written over. One default at most for each owner. */
export async function saveListView({ prisma }: Db, { id, ...view }: StoredListView): Promise<void> {
  const { ownerId, name, isDefault } = view;
  const save = prisma.listView.upsert({
    where: { ownerId_name: { ownerId, name } },
    create: { id, ...view },
    update: view,
  });
  const others = { ownerId, isDefault: true, NOT: { name } };
  if (isDefault)
    await prisma.$transaction([
      prisma.listView.updateMany({ where: others, data: { isDefault: false } }),
      save,
    ]);
  else await save;
}

/** The views of a person, and those shared with one of their roles or with everybody, by name. */
export async function readListViews(
  { prisma }: Db,
  ownerId: string,
  roles: readonly string[],
): Promise<readonly StoredListView[]> {
  const shared = { sharedWith: { in: ['everybody', ...roles] } };
  const rows = await prisma.listView.findMany({
    where: { OR: [{ ownerId }, shared] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** Whether there was such a view of this owner. */
export async function dropListView({ prisma }: Db, id: string, ownerId: string): Promise<boolean> {
  const { count } = await prisma.listView.deleteMany({ where: { id, ownerId } });
  return count === 1;
}
