import { FROZEN_STATUSES } from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** Whether the score sheet of a period is frozen: nothing is entered for it by hand any more. */
export async function isFrozenPeriod(db: Pick<Database, 'pool'>, period: string): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: 'frozen-period',
    text: 'SELECT FROM period_sheet WHERE period = $1 AND status = ANY($2)',
    values: [period, FROZEN_STATUSES],
  });
  return rowCount === 1;
}
