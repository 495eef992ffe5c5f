import { eventHash, GENESIS, inOneSnapshot, walkStreams, type Database } from '@bihuan/db';
import pg from 'pg';

/** Tables whose rows end on the hash of their last event. */
const HEADS = `SELECT table_name AS name FROM information_schema.columns
WHERE table_schema = 'public' AND column_name = 'head_hash'`;
const AT_ONCE = 20_000;

/**
 * Gives every event and head the hash that belongs to it, as if each had been written by the product, and takes the anchors away,
 * kept and printed in bulletins, which were of other hashes. For databases whose events were multiplied.
 */
export async function rehashEvents(db: Database): Promise<void> {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; DELETE FROM day_anchor;
UPDATE event SET data = data #- '{snapshot,anchor}' WHERE stream = 'bulletin' AND type = 'BulletinDrafted'`,
    );
    await client.query('CREATE TEMPORARY TABLE link (position bigint, previous bytea, hash bytea)');
    await client.query('CREATE TEMPORARY TABLE head (id uuid, hash bytea)');
    let links: [string, Buffer, Buffer][] = [];
    let heads: [string, Buffer][] = [];
    const write = async () => {
      const column = <Value>(rows: readonly (readonly unknown[])[], at: number) =>
        rows.map((row) => row[at] as Value);
      await client.query('INSERT INTO link SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])', [
        ...[column(links, 0), column(links, 1), column(links, 2)],
      ]);
      await client.query('INSERT INTO head SELECT * FROM unnest($1::uuid[], $2::bytea[])', [
        ...[column(heads, 0), column(heads, 1)],
      ]);
      [links, heads] = [[], []];
    };
    await inOneSnapshot(db, async (reader) => {
      for await (const stream of walkStreams(reader)) {
        let previous = GENESIS;
        for (const event of stream) {
          const hash = eventHash(previous, event);
          links.push([String(event.position), previous, hash]);
          previous = hash;
        }
        heads.push([stream[0]?.streamId ?? '', previous]);
        if (links.length >= AT_ONCE) await write();
      }
    });
    await write();
    await client.query('ANALYZE link; ANALYZE head');
    await client.query(
      `UPDATE event e SET prev_hash = l.previous, hash = l.hash FROM link l WHERE l.position = e.position AND l.hash <> e.hash`,
    );
    const { rows: tables } = await client.query<{ name: string }>(HEADS);
    for (const { name } of tables)
      await client.query(
        `UPDATE "${name}" t SET head_hash = h.hash FROM head h WHERE h.id = t.id AND h.hash <> t.head_hash`,
      );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
