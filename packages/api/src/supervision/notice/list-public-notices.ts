import { addDays, localDateOf, type Instant, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';

const SHOWN_DAYS = 90;
const MOST = 100;

/** A strike-off shown to the public: the item by its number, never the complaints under it. */
export type PublicNoticeLine = {
  readonly number: string;
  readonly department: { readonly name: string; readonly nameEn: string } | null;
  readonly text: string;
  readonly givenAt: Instant;
  readonly until: LocalDate;
  /** How many objections came; what they say is for the office. */
  readonly objections: number;
  readonly outcome: 'running' | 'being_decided' | 'struck_off' | 'kept';
};

/** What is shown now, the one that ends first at the top, and what was decided in the last 90 days. */
export async function listPublicNotices(house: House): Promise<readonly PublicNoticeLine[]> {
  const today = localDateOf(house.now());
  const since = new Date(`${addDays(today, -SHOWN_DAYS)}T00:00:00.000Z`);
  const { publicNotice, supervisionItem, department } = house.db.prisma;
  const rows = await publicNotice.findMany({
    where: { OR: [{ outcome: null }, { decidedAt: { gte: since } }] },
    orderBy: [{ untilOn: 'desc' }, { givenAt: 'desc' }],
    take: MOST,
  });
  const items = await supervisionItem.findMany({
    where: { id: { in: rows.map(({ itemId }) => itemId) } },
    select: { id: true, number: true, leadDepartmentId: true },
  });
  const departments = await department.findMany({ select: { id: true, name: true, nameEn: true } });
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const nameOf = new Map(departments.map(({ id, name, nameEn }) => [id, { name, nameEn }]));
  return rows
    .flatMap((row) => {
      const item = itemOf.get(row.itemId);
      if (item === undefined) return [];
      const until = row.untilOn.toISOString().slice(0, 10);
      const undecided = until < today ? 'being_decided' : 'running';
      return [
        {
          number: item.number,
          department: nameOf.get(item.leadDepartmentId ?? '') ?? null,
          text: row.text,
          givenAt: row.givenAt.toISOString(),
          until,
          objections: row.objections,
          outcome: (row.outcome ?? undecided) as PublicNoticeLine['outcome'],
        },
      ];
    })
    .toSorted((a, b) => Number(b.outcome === 'running') - Number(a.outcome === 'running'));
}
