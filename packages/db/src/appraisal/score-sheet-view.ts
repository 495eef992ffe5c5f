import type {
  Account,
  AdjustmentEventType,
  CardEventType,
  Instant,
  ItemEventType,
  ScoringRule,
  SheetEventType,
} from '@bihuan/domain';
import type { Database } from '../database.ts';

/** One line of the ledger with the event that caused it. */
export type LedgerLine = {
  readonly id: string;
  readonly at: Instant;
  readonly departmentId: string;
  readonly period: string;
  readonly account: Account;
  readonly rule: ScoringRule;
  /** Hundredths of a point. */
  readonly centipoints: number;
  readonly policyVersion: string;
  /** What the rule read: dates, levels, how many so far. */
  readonly arithmetic: Readonly<Record<string, string | number>>;
  readonly reversalOf: string | null;
  readonly eventVersion: number;
  readonly eventType: ItemEventType | CardEventType | SheetEventType | AdjustmentEventType;
  /** The proposal by hand that caused it; null where a rule did. */
  readonly adjustmentId: string | null;
  /** The card that caused it; null where the item itself did. */
  readonly cardId: string | null;
  /** The period sheet that caused it, by an objection or a correction; null elsewhere. */
  readonly sheetId: string | null;
  /** The item behind it, of a line that gives another back the other's; null where there is none. */
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly itemProblem: string | null;
};

/** Which lines: those an item caused, one alone, or those of a department in a period. */
export type LinesAsked =
  | { readonly itemId: string }
  | { readonly lineId: string }
  | { readonly departmentId: string; readonly period: string; readonly account: Account };

type Row = Omit<LedgerLine, 'at'> & { readonly at: Date };

const SELECT = `SELECT entry.id, entry.at, entry.department_id AS "departmentId", entry.period, entry.account, entry.rule,
  entry.centipoints, entry.policy_version AS "policyVersion", entry.arithmetic, entry.reversal_of AS "reversalOf",
  entry.event_version AS "eventVersion", event.type AS "eventType",
  card.id AS "cardId", sheet.id AS "sheetId", adjustment.id AS "adjustmentId",
  item.id AS "itemId", item.number AS "itemNumber", item.problem AS "itemProblem"
FROM score_entry entry
JOIN event ON event.stream_id = entry.stream_id AND event.version = entry.event_version
LEFT JOIN card ON card.id = entry.stream_id
LEFT JOIN adjustment ON adjustment.id = entry.stream_id
LEFT JOIN period_sheet sheet ON sheet.id = entry.stream_id
LEFT JOIN score_entry given_back ON sheet.id IS NOT NULL AND given_back.id = entry.reversal_of
LEFT JOIN card given_back_card ON given_back_card.id = given_back.stream_id
LEFT JOIN supervision_item item ON item.id =
  coalesce(card.item_id, adjustment.item_id, given_back_card.item_id, given_back.stream_id, entry.stream_id)`;

/** Lines of the ledger, oldest first, `most` of them. */
export async function readLedgerLines(
  db: Pick<Database, 'pool'>,
  asked: LinesAsked,
  most: number,
): Promise<readonly LedgerLine[]> {
  const { where, values } = conditions(asked);
  const { rows } = await db.pool.query<Row>(
    `${SELECT} WHERE ${where} ORDER BY entry.at, entry.event_version, entry.centipoints DESC, entry.id LIMIT ${Math.trunc(most)}`,
    [...values],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

function conditions(asked: LinesAsked): { where: string; values: readonly string[] } {
  if ('itemId' in asked)
    return {
      where: `entry.stream_id = ANY(ARRAY(SELECT id FROM card WHERE item_id = $1::uuid
      UNION ALL SELECT id FROM adjustment WHERE item_id = $1::uuid) || $1::uuid)`,
      values: [asked.itemId],
    };
  if ('lineId' in asked) return { where: 'entry.id = $1', values: [asked.lineId] };
  return {
    where: 'entry.department_id = $1 AND entry.period = $2 AND entry.account = $3',
    values: [asked.departmentId, asked.period, asked.account],
  };
}
