import {
  foldIndicator,
  isInForce,
  type Indicator,
  type IndicatorEvent,
  type IndicatorInForce,
  type Instant,
} from '@bihuan/domain';
import { readStreams, toDomainEvent } from '../../audit/stored-event.ts';
import type { Database } from '../../database.ts';

type Reads = Pick<Database, 'pool'>;

export type KeptIndicator = { readonly state: Indicator; readonly version: number };

/** All indicators of a year, withdrawn ones left out, by number. */
export async function readIndicators(db: Reads, year: number): Promise<readonly KeptIndicator[]> {
  const { rows } = await db.pool.query<KeptIndicator>({
    name: 'read-indicators',
    text: `SELECT state, version FROM indicator WHERE year = $1 AND status <> 'withdrawn' ORDER BY number`,
    values: [year],
  });
  return rows;
}

/** Those of whatever year with results that wait for their second signer, by number. */
export async function readIndicatorsWithWaiting(db: Reads): Promise<readonly Indicator[]> {
  const { rows } = await db.pool.query<{ state: Indicator }>({
    name: 'read-indicators-with-waiting',
    text: `SELECT state FROM indicator WHERE waiting > 0 AND status <> 'withdrawn' ORDER BY number`,
  });
  return rows.map(({ state }) => state);
}

/** Those of a year that are published or frozen. */
export async function readIndicatorsInForce(db: Reads, year: number): Promise<readonly IndicatorInForce[]> {
  return (await readIndicators(db, year)).map(({ state }) => state).filter(isInForce);
}

/** The same as they were at a moment: published or frozen then, with the results there were. */
export async function readIndicatorsAsOf(
  db: Reads,
  year: number,
  moment: Instant,
): Promise<readonly IndicatorInForce[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'indicator-ids-of-year',
    text: 'SELECT id FROM indicator WHERE year = $1 ORDER BY number',
    values: [year],
  });
  const ids = rows.map(({ id }) => id);
  const streams = await readStreams(db, ids);
  return ids
    .map((id) => {
      const known = (streams.get(id) ?? []).filter(({ at }) => at <= moment);
      return foldIndicator(known.map((event) => toDomainEvent<IndicatorEvent>(event)));
    })
    .filter((indicator) => indicator !== null)
    .filter(isInForce);
}

/** The years that have indicators, the latest first. */
export async function readIndicatorYears(db: Reads): Promise<readonly number[]> {
  const { rows } = await db.pool.query<{ year: number }>({
    name: 'read-indicator-years',
    text: `SELECT DISTINCT year FROM indicator WHERE status <> 'withdrawn' ORDER BY year DESC`,
  });
  return rows.map(({ year }) => year);
}

/** The indicators of these numbers. */
export async function readIndicatorsByNumber(
  db: Reads,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Indicator>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await db.pool.query<{ state: Indicator }>({
    name: 'read-indicators-by-number',
    text: 'SELECT state FROM indicator WHERE number = ANY($1::text[])',
    values: [numbers],
  });
  return new Map(rows.map(({ state }) => [state.number, state]));
}

/** The indicator whose red light an item was opened from; null where it came of none. */
export async function indicatorOfItemId(db: Reads, itemId: string): Promise<Indicator | null> {
  const { rows } = await db.pool.query<{ state: Indicator }>({
    name: 'indicator-of-item',
    text: 'SELECT state FROM indicator WHERE item_ids @> ARRAY[$1::uuid]',
    values: [itemId],
  });
  return rows[0]?.state ?? null;
}
