import { verifyAudit as verify } from '@bihuan/api';
import { Command } from 'commander';
import { showProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

/** More than this many lines help nobody. */
const SHOWN = 100;

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
    withHouse(async (house) => {
      const total = (await house.db.prisma.event.count()) * (chainsOnly ? 1 : 2);
      const progress = showProgress('events', total);
      const report = await verify(house, {
        isChainsOnly: chainsOnly,
        onProgress: (events) => progress.show(events),
      });
      progress.end();
      const { chains, replay } = report;
      const faults = chains.faults.map(
        ({ fault, stream, streamId, version }) => `${fault}: ${stream} ${streamId}, event ${version}`,
      );
      const differences = (replay?.differences ?? []).map(
        ({ table, key, column, expected, found }) =>
          `differs: ${table} ${key}, ${column}: is ${found ?? 'absent'}, should be ${expected ?? 'absent'}`,
      );
      const lines = [...faults, ...differences];
      for (const line of lines.slice(0, SHOWN)) console.error(line);
      if (lines.length > SHOWN) console.error(`and ${lines.length - SHOWN} more`);
      const compared = replay === null ? '' : `, ${differences.length} differences from their replay`;
      console.log(`${chains.events} events in ${chains.streams} streams: ${faults.length} faults${compared}`);
      return lines.length === 0 ? 0 : 1;
    }),
  );
