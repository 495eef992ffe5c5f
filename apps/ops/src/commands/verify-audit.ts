import { verifyAudit as verify, type House } from '@bihuan/api';
import { Command } from 'commander';
import { differenceLines, printFew } from '../audit-lines.ts';
import { showProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

export const verifyAudit = new Command('verify-audit')
  .description(
    'walk every hash chain of events, and compare all rows and the ledger with what the events fold to',
  )
  .option('--chains-only', 'leave out the comparison')
  .addHelpText(
    'after',
    '\nWrites nothing. Exit code 1 where anything was edited, removed, slipped in or reordered.',
  )
  .action(({ chainsOnly = false }: { chainsOnly?: boolean }) =>
    withHouse((house) => checkAudit(house, chainsOnly)),
  );

/** Prints what is wrong with the history; the exit code. */
export async function checkAudit(house: House, isChainsOnly: boolean): Promise<number> {
  const total = (await house.db.prisma.event.count()) * (isChainsOnly ? 1 : 2);
  const progress = showProgress('events', total);
  const report = await verify(house, { isChainsOnly, onProgress: (events) => progress.show(events) });
  progress.end();
  const { chains, replay } = report;
  const faults = chains.faults.map(
    ({ fault, stream, streamId, version }) => `${fault}: ${stream} ${streamId}, event ${version}`,
  );
  const differences = differenceLines(replay?.differences ?? []);
  printFew([...faults, ...differences]);
  const compared = replay === null ? '' : `, ${differences.length} differences from their replay`;
  console.log(`${chains.events} events in ${chains.streams} streams: ${faults.length} faults${compared}`);
  return faults.length + differences.length === 0 ? 0 : 1;
}
