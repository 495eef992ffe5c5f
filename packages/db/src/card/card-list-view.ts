import type { CardCause, CardColour, CardStatus, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type CardFilter = {
  readonly statuses: readonly CardStatus[];
  readonly colour: CardColour | null;
  readonly departmentId: string | null;
  readonly itemId: string | null;
};

/** The place after which a page goes on: the latest proposal first. */
export type CardCursor = { readonly proposedAt: string; readonly id: string };

export type ListedCard = {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly itemNumber: string;
  readonly problem: string;
  readonly departmentId: string;
  readonly colour: CardColour;
  readonly cause: CardCause;
  readonly status: CardStatus;
  readonly points: number;
  readonly proposedAt: string;
  readonly objectUntil: LocalDate | null;
};

/** One page of cards, the latest first; `size` rows after the cursor. */
export async function readCardList(
  db: Pick<Database, 'pool'>,
  { statuses, colour, departmentId, itemId }: CardFilter,
  after: CardCursor | null,
  size: number,
): Promise<readonly ListedCard[]> {
  const { rows } = await db.pool.query<Omit<ListedCard, 'proposedAt'> & { proposedAt: Date }>({
    name: 'card-list',
    text: `SELECT card.id, card.number, card.item_id AS "itemId", item.number AS "itemNumber", item.problem,
  card.department_id AS "departmentId", card.colour, card.cause, card.status, card.points,
  card.proposed_at AS "proposedAt", card.object_until::text AS "objectUntil"
FROM card JOIN supervision_item item ON item.id = card.item_id
WHERE card.status = ANY($1::text[]) AND ($2::text IS NULL OR card.colour = $2) AND ($3::uuid IS NULL OR card.department_id = $3)
  AND ($4::uuid IS NULL OR card.item_id = $4)
  AND ($5::timestamptz IS NULL OR (card.proposed_at, card.id) < ($5, $6::uuid))
ORDER BY card.proposed_at DESC, card.id DESC LIMIT $7`,
    values: [statuses, colour, departmentId, itemId, after?.proposedAt ?? null, after?.id ?? null, size],
  });
  return rows.map((row) => ({ ...row, proposedAt: row.proposedAt.toISOString() }));
}
