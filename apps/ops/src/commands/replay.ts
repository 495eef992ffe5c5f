import { replay as replayAll } from '@bihuan/api';
import { Command } from 'commander';
import { differenceLines, printFew } from '../audit-lines.ts';
import { showProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

export const replay = new Command('replay')
  .description(
    'fold all events again and name every row, score line and balance that is not what they come to',
  )
  .addHelpText(
    'after',
    `
Writes nothing. Trusts the events; whether these are sound is what verify-audit says. Exit code 1 where anything differs.`,
  )
  .action(() =>
    withHouse(async (house) => {
      const progress = showProgress('events', await house.db.prisma.event.count());
      const { events, streams, differences } = await replayAll(house, (done) => progress.show(done));
      progress.end();
      printFew(differenceLines(differences));
      console.log(`${events} events in ${streams} streams replayed: ${differences.length} differences`);
      return differences.length === 0 ? 0 : 1;
    }),
  );
