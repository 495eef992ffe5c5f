import { readStream } from '@bihuan/db';
import type { House } from '../../house.ts';

/** What a year came to, as lines that say the same for the same year whoever looked at the clock when. */
export type Outcome = Readonly<
  Record<'items' | 'crossings' | 'cards' | 'entries' | 'bulletins', readonly string[]>
>;

export async function readOutcome(house: House): Promise<Outcome> {
  const lines = async (sql: string) => {
    const { rows } = await house.db.pool.query<{ line: string }>(sql);
    return rows.map(({ line }) => line);
  };
  return {
    items: await lines(ITEMS),
    crossings: await lines(CROSSINGS),
    cards: await lines(CARDS),
    entries: await lines(ENTRIES),
    bulletins: await bulletins(house),
  };
}

const ITEMS = `SELECT concat_ws(' ', number, status, deadline_on, next_due_on, returns, reworks, percent, is_on_time) AS line
FROM supervision_item ORDER BY number`;

/** Whenever they were written; what belongs to a measure or directive by the day it is due. */
const CROSSINGS = `SELECT concat_ws(' ', item.number, event.data->>'deadline', event.data->'due'->>'date', event.data->>'level', department.code) AS line
FROM event JOIN supervision_item item ON item.id = event.stream_id LEFT JOIN department ON department.id::text = event.data->>'departmentId'
WHERE event.type = 'DeadlineCrossed' ORDER BY 1`;

const CARDS = `SELECT concat_ws(' ', item.number, department.code, card.colour, card.cause, coalesce(first.cause || first.cause_ref, card.cause_ref), card.status, card.points,
  (card.proposed_at AT TIME ZONE 'Asia/Shanghai')::date, (card.issued_at AT TIME ZONE 'Asia/Shanghai')::date) AS line
FROM card LEFT JOIN card first ON first.number = card.cause_ref JOIN supervision_item item ON item.id = card.item_id JOIN department ON department.id = card.department_id ORDER BY 1`;

const ENTRIES = `SELECT concat_ws(' ', coalesce(item.number, card_item.number), department.code, entry.period, entry.account, entry.rule,
  entry.centipoints, entry.ordinal, entry.arithmetic - 'card', (entry.at AT TIME ZONE 'Asia/Shanghai')::date, entry.reversal_of IS NOT NULL) AS line
FROM score_entry entry JOIN department ON department.id = entry.department_id
LEFT JOIN supervision_item item ON item.id = entry.stream_id
LEFT JOIN card ON card.id = entry.stream_id LEFT JOIN supervision_item card_item ON card_item.id = card.item_id ORDER BY 1`;

/** Month by month what was drafted, but for when, and for ids and last digits of cards, which follow the look that proposed them. */
async function bulletins(house: House): Promise<readonly string[]> {
  const drafted = await house.db.prisma.bulletin.findMany({
    orderBy: { month: 'asc' },
    select: { id: true, month: true },
  });
  return Promise.all(
    drafted.map(async ({ id, month }) => {
      const [first] = await readStream(house.db, id);
      if (first === undefined) throw new Error(`the bulletin of ${month} has no event`);
      const { snapshot, texts } = first.data as { snapshot: object; texts: object };
      const said = JSON.stringify({ snapshot, texts }, (key, value: unknown) => {
        if (key === 'cutAt' || key === 'cutPosition' || key === 'anchor') return undefined;
        const { about, number } = (value ?? {}) as { about?: unknown; number?: string };
        return about === 'card' ? { about, number: number?.replace(/-\d+$/, '') } : value;
      });
      return `${month} ${said}`;
    }),
  );
}
