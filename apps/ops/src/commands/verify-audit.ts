import { readFile } from 'node:fs/promises';
import { verifyAudit as verify, type House } from '@bihuan/api';
import { readWrittenAnchors, type AnchorFault, type WrittenAnchor } from '@bihuan/api/domain';
import { Command } from 'commander';
import { differenceLines, printFew } from '../audit-lines.ts';
import { showProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

const FAULTS: Readonly<Record<AnchorFault['fault'], string>> = {
  differs: 'differs from the events of the day',
  unlinked: 'does not hang on the day before',
  missing: 'missing',
  not_as_written: 'differs from what was written down',
};

export const verifyAudit = new Command('verify-audit')
  .description(
    'walk every hash chain of events, count every anchored day again, and compare all rows and the ledger with what the events fold to',
  )
  .option('--chains-only', 'leave out the comparison')
  .option(
    '--anchors <file>',
    'compare also with anchors kept elsewhere: a day and its digest, as in anchors.csv',
  )
  .addHelpText(
    'after',
    `
Writes nothing. Exit code 1 where anything was edited, removed, slipped in or reordered. Somebody who rewrites whole chains
has to rewrite the anchors as well; what was printed in a bulletin, or kept from the portal's open data (--anchors), tells.`,
  )
  .action(({ chainsOnly = false, anchors }: { chainsOnly?: boolean; anchors?: string }) =>
    withHouse(async (house) => {
      const kept = anchors === undefined ? [] : readWrittenAnchors(await readFile(anchors, 'utf8'));
      if (anchors !== undefined) console.log(`${kept.length} anchors to compare with in ${anchors}`);
      if (anchors !== undefined && kept.length === 0) return 1;
      return checkAudit(house, chainsOnly, kept);
    }),
  );

/** Prints what is wrong with the history; the exit code. */
export async function checkAudit(
  house: House,
  isChainsOnly: boolean,
  written: readonly WrittenAnchor[] = [],
): Promise<number> {
  const total = (await house.db.prisma.event.count()) * (isChainsOnly ? 1 : 2);
  const progress = showProgress('events', total);
  const onProgress = (events: number) => progress.show(events);
  const report = await verify(house, { isChainsOnly, written, onProgress });
  progress.end();
  const { chains, anchors, replay } = report;
  const faults = chains.faults.map(
    ({ fault, stream, streamId, version }) => `${fault}: ${stream} ${streamId}, event ${version}`,
  );
  const differences = differenceLines(replay?.differences ?? []);
  const days = anchors.faults.map(({ fault, day }) => `anchor ${FAULTS[fault]}: ${day}`);
  printFew([...faults, ...days, ...differences]);
  const compared = replay === null ? '' : `, ${differences.length} differences from their replay`;
  console.log(`${chains.events} events in ${chains.streams} streams: ${faults.length} faults${compared}`);
  if (anchors.last !== null)
    console.log(
      `${anchors.days} days anchored: ${days.length} faults; the last is ${anchors.last.day} ${anchors.last.digest}`,
    );
  return faults.length + days.length + differences.length === 0 ? 0 : 1;
}
