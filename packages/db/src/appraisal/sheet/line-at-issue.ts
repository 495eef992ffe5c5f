import type { Account, LineAtIssue, LocalDate } from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** A line of the ledger of a period as an objection or a correction names it; null where there is none. */
export async function readLineAtIssue(
  db: Pick<Database, 'prisma'>,
  period: string,
  lineId: string,
  today: LocalDate,
): Promise<LineAtIssue | null> {
  const entry = await db.prisma.scoreEntry.findFirst({ where: { id: lineId, period } });
  if (entry === null) return null;
  const { departmentId, centipoints, policyVersion } = entry;
  const reversal = await db.prisma.scoreEntry.findFirst({
    where: { reversalOf: lineId },
    select: { id: true },
  });
  const card = await db.prisma.cardRow.findUnique({
    where: { id: entry.streamId },
    select: { status: true, objectUntil: true },
  });
  const isObjectable = (card?.objectUntil?.toISOString().slice(0, 10) ?? '') >= today;
  return {
    ...{ lineId, departmentId, centipoints, policyVersion },
    account: entry.account as Account,
    isReversed: reversal !== null || entry.reversalOf !== null,
    isCardOpen: card?.status === 'objected' || (card?.status === 'issued' && isObjectable),
  };
}

/** Staff who took part in what lines follow from: the line's own stream, the card's item, and whoever entered it. */
export async function readPartakers(
  db: Pick<Database, 'pool'>,
  lines:
    | { readonly lineId: string }
    | { readonly departmentId: string; readonly period: string; readonly account: string },
): Promise<readonly string[]> {
  const isOne = 'lineId' in lines;
  const { rows } = await db.pool.query<{ staff_id: string }>({
    name: isOne ? 'partakers-of-line' : 'partakers-of-account',
    text: `
WITH line AS (
  SELECT stream_id, actor FROM score_entry
  WHERE ${isOne ? 'id = $1' : 'department_id = $1 AND period = $2 AND account = $3'}
), stream AS (
  SELECT stream_id AS id FROM line UNION SELECT card.item_id FROM card JOIN line ON card.id = line.stream_id
), actor AS (
  SELECT actor FROM line UNION SELECT event.actor FROM event JOIN stream ON event.stream_id = stream.id
)
SELECT actor ->> 'staffId' AS staff_id FROM actor WHERE actor ? 'staffId'
UNION SELECT actor ->> 'forStaffId' FROM actor WHERE actor ? 'forStaffId'`,
    values: isOne ? [lines.lineId] : [lines.departmentId, lines.period, lines.account],
  });
  return rows.map(({ staff_id: staffId }) => staffId);
}
