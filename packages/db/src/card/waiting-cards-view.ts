import type { CardStatus, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { capped, type Waiting, type WaitingList } from '../people/inbox-view.ts';

/** $1: how many, $2: the person, $3: their department, $4: today. */
const CARDS = {
  cards_to_issue: `card.status = 'proposed'`,
  card_objections: `card.status = 'objected' AND card.department_id <> $3::uuid AND card.issued_by_id <> $2::uuid
  AND card.proposed_by_id IS DISTINCT FROM $2::uuid`,
  cards_noticed: `card.status = 'issued' AND card.department_id = $3::uuid AND card.object_until >= $4::date`,
} as const;

export type WaitingCardKind = keyof typeof CARDS;

type Row = Omit<Waiting<CardStatus>, 'since'> & { readonly since: Date };

/** Cards that wait for this person; due is the last day for an objection. */
export async function readWaitingCards(
  db: Pick<Database, 'pool'>,
  kind: WaitingCardKind,
  reader: { readonly staffId: string; readonly departmentId: string },
  today: LocalDate,
  most: number,
): Promise<WaitingList<Waiting<CardStatus>>> {
  const { rows } = await db.pool.query<Row>({
    name: `waiting-cards-${kind}`,
    text: `WITH reader AS (SELECT $2::uuid, $3::uuid, $4::date)
SELECT card.id, card.number, item.problem AS title, card.status, card.object_until::text AS "dueOn", 'pm' AS "dueHalf",
  false AS "isDueProvisional", card.proposed_at AS since
FROM card JOIN supervision_item item ON item.id = card.item_id WHERE ${CARDS[kind]}
ORDER BY card.object_until NULLS FIRST, card.proposed_at LIMIT $1`,
    values: [most + 1, reader.staffId, reader.departmentId, today],
  });
  return capped(rows, most);
}
