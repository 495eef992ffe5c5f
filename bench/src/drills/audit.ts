import { eventHash, openDatabase, type Database } from '@bihuan/db';
import pg from 'pg';
import { multiplyCases } from '../load/multiply-cases.ts';
import { rehashEvents } from '../load/rehash-events.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { runOps } from '../product/run-ops.ts';
import { keep } from '../results.ts';

/** A stream that is long enough to be changed in its middle. */
type Victim = { readonly id: string; readonly stream: string };

const LENGTH = 5;
/** Faults of one victim that are told. */
const SHOWN = 3;

/**
 * `verify-audit` over so many events whose hashes all fit; then with one event edited, one removed, one slipped in with hashes of
 * its own, and two that changed places, each in another stream. It has to name all four and nothing else.
 */
export async function drillAudit(events: number): Promise<boolean> {
  const database = await openDemoDatabase();
  const db = openDatabase(database.url, 2);
  try {
    await multiplyCases(database.url, { events, openOneOf: 1 });
    await rehashEvents(db);
    const verify = () =>
      runOps(['verify-audit', '--chains-only'], { ...database, databaseUrl: database.url });
    const honest = await verify();
    if (honest.code !== 0) console.log(honest.said);
    const victims = await victimsOf(db, 4);
    const done = await tamper(database.url, victims);
    const tampered = await verify();
    const named = done.map((what, at) => {
      const { id = '', stream = '' } = victims[at] ?? {};
      const lines = tampered.said.split('\n').filter((line) => line.includes(`${stream} ${id}`));
      const told = lines.map((line) => line.replace(` ${id}`, ''));
      const more = told.length > SHOWN ? [`and ${told.length - SHOWN} more`] : [];
      return { what, named: [...told.slice(0, SHOWN), ...more].join('; ') || 'not named' };
    });
    const ids = new Set(victims.map(({ id }) => id));
    const others = tampered.said
      .split('\n')
      .filter((line) => /^[a-z_]+: /.test(line) && ![...ids].some((id) => line.includes(id)));
    const row = (what: string, run: Awaited<ReturnType<typeof verify>>) => ({
      what,
      named: `${run.said.split('\n').find((line) => / events in /.test(line)) ?? run.said}, ${run.seconds.toFixed(0)} s, ${run.peakMb} MB`,
    });
    await keep(
      'audit',
      [row('honest', honest), ...named, row('tampered', tampered)],
      `no fault before; all four named, and nothing else (${others.length} others)`,
    );
    const areNamed = named.every(({ named: lines }) => lines !== 'not named');
    return honest.code === 0 && tampered.code === 1 && areNamed && others.length === 0;
  } finally {
    await db.close();
    await database.close();
  }
}

async function victimsOf(db: Database, count: number): Promise<readonly Victim[]> {
  const { rows } = await db.pool.query<Victim>(
    `SELECT stream_id AS id, min(stream) AS stream FROM event GROUP BY stream_id HAVING count(*) >= $1 ORDER BY md5(stream_id::text) LIMIT $2`,
    [LENGTH, count],
  );
  return rows;
}

/** What somebody can do who may do anything in the database; what was done to each victim. */
async function tamper(url: string, victims: readonly Victim[]): Promise<readonly string[]> {
  const [edited, removed, slipped, swapped] = victims.map(({ id }) => id);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = (text: string, ...values: unknown[]) => client.query<Record<string, never>>(text, values);
  try {
    await ask('SET session_replication_role = replica');
    await ask(`UPDATE event SET at = at - interval '1 day' WHERE stream_id = $1 AND version = 3`, edited);
    await ask('DELETE FROM event WHERE stream_id = $1 AND version = 3', removed);
    // Room for one more after the second.
    await ask('UPDATE event SET version = -version - 1 WHERE stream_id = $1 AND version > 2', slipped);
    await ask('UPDATE event SET version = -version WHERE stream_id = $1 AND version < 0', slipped);
    const { rows } = await client.query<Second>('SELECT * FROM event WHERE stream_id = $1 AND version = 2', [
      slipped,
    ]);
    const [second] = rows;
    if (second === undefined) throw new Error('the stream has no second event');
    const forged = { ...second, streamId: second.stream_id, version: 3, at: second.at.toISOString() };
    await ask(
      `INSERT INTO event (stream_id, version, stream, type, at, actor, data, prev_hash, hash)
SELECT stream_id, 3, stream, type, at, actor, data, $2, $3 FROM event WHERE stream_id = $1 AND version = 2`,
      ...[slipped, second.hash, eventHash(second.hash, forged)],
    );
    await ask('UPDATE event SET version = -version WHERE stream_id = $1 AND version IN (3, 4)', swapped);
    await ask('UPDATE event SET version = 7 + version WHERE stream_id = $1 AND version < 0', swapped);
    return ['edited', 'removed', 'slipped in', 'changed places'];
  } finally {
    await client.end();
  }
}

type Second = {
  readonly stream_id: string;
  readonly type: string;
  readonly at: Date;
  readonly actor: unknown;
  readonly data: unknown;
  readonly hash: Buffer;
};
