import type { House } from '@bihuan/api';
import { COMPLAINT_STATUSES, ITEM_STATUSES } from '@bihuan/api/domain';

export type StateCounts = {
  readonly complaints: Readonly<Record<string, number>>;
  readonly items: Readonly<Record<string, number>>;
};

/** How many complaints and items are in each state. */
export async function countStates({ db }: House): Promise<StateCounts> {
  const [complaints, items] = await Promise.all([
    db.prisma.complaint.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } }),
    db.prisma.supervisionItem.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } }),
  ]);
  const toRecord = (rows: readonly { status: string; _count: number }[]) =>
    Object.fromEntries(rows.map(({ status, _count }) => [status, _count]));
  return { complaints: toRecord(complaints), items: toRecord(items) };
}

/** Throws where a state that the product knows is nowhere to be seen. */
export function demandEveryState({ complaints, items }: StateCounts): void {
  const missing = [
    ...COMPLAINT_STATUSES.filter((status) => !(status in complaints)).map((status) => `complaint ${status}`),
    ...ITEM_STATUSES.filter((status) => !(status in items)).map((status) => `item ${status}`),
  ];
  if (missing.length > 0)
    throw new Error(`the demonstration shows nothing in these states: ${missing.join(', ')}`);
}
