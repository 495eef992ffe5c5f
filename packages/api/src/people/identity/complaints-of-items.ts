import type { House } from '../../house.ts';

/** The complaints under each of these items, by the id of the item. */
export async function complaintsOfItems(
  house: House,
  items: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (items.length === 0) return new Map();
  const links = await house.db.prisma.itemComplaint.findMany({
    where: { itemId: { in: items.map(({ id }) => id) } },
    select: { itemId: true, complaintId: true },
  });
  const grouped = Map.groupBy(links, ({ itemId }) => itemId);
  return new Map([...grouped].map(([id, of]) => [id, of.map(({ complaintId }) => complaintId)]));
}
