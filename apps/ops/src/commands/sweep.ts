import { sweepDeadlines } from '@bihuan/api';
import { Command } from 'commander';
import { explainFault } from '../explain-fault.ts';
import { withHouse } from '../with-house.ts';

export const sweep = new Command('sweep')
  .description('do once now what the worker does every minute: deadlines crossed, silence, provisional dates')
  .action(() =>
    withHouse(async (house) => {
      const { complaints, items, failed } = await sweepDeadlines(house);
      for (const { id, error } of failed) console.error(`${id}: ${explainFault(error)}`);
      console.log(`complaints: ${counted(complaints)}`);
      console.log(`items: ${counted(items)}`);
      return failed.length === 0 ? 0 : 1;
    }),
  );

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what.replaceAll('_', ' ')}`)
    .join(', ');
}
