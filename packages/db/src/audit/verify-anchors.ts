import { anchorFaults, type AnchorFault, type LocalDate, type WrittenAnchor } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { countAnchor, readAnchors } from './day-anchor-store.ts';
import { inOneSnapshot } from './one-snapshot.ts';

export type AnchorReport = {
  readonly days: number;
  /** The last one; null where no day is anchored yet. */
  readonly last: { readonly day: LocalDate; readonly digest: string } | null;
  readonly faults: readonly AnchorFault[];
};

/**
 * Counts every day again and compares with its anchor, with what bulletins printed, and with `written`: what somebody kept
 * outside. Reads one state of the database; writes nothing.
 */
export async function verifyAnchors(
  db: Pick<Database, 'pool'>,
  written: readonly WrittenAnchor[] = [],
): Promise<AnchorReport> {
  return inOneSnapshot(db, async (client) => {
    const anchors = await readAnchors(client);
    const counted: Awaited<ReturnType<typeof countAnchor>>[] = [];
    let after = '0';
    for (const anchor of anchors) {
      counted.push(await countAnchor(client, anchor, after));
      after = anchor.through;
    }
    const { rows: printed } = await client.query<WrittenAnchor>(
      `SELECT data->'snapshot'->'anchor'->>'day' AS day, data->'snapshot'->'anchor'->>'digest' AS digest FROM event
WHERE stream = 'bulletin' AND type = 'BulletinDrafted' AND data->'snapshot' ? 'anchor' ORDER BY position`,
    );
    const last = anchors.at(-1);
    return {
      days: anchors.length,
      last: last === undefined ? null : { day: last.day, digest: last.digest },
      faults: anchorFaults(anchors, counted, [...printed, ...written]),
    };
  });
}
