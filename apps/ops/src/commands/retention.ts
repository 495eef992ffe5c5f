import { removeDueData } from '@bihuan/api';
import { Command } from 'commander';
import { explainFault } from '../explain-fault.ts';
import { withHouse } from '../with-house.ts';

export const retention = new Command('retention')
  .description('remove now the personal data whose term is over, which the worker does every night')
  .option('--dry-run', 'only count what would be removed')
  .addHelpText(
    'after',
    `
Terms are policy data: office, 规则 → 保存期限. Cases that go on, that are held, or beside which something is
open keep everything. What is removed cannot be brought back but from a backup of the days before.`,
  )
  .action(({ dryRun: isDryRun = false }: { dryRun?: boolean }) =>
    withHouse(async (house) => {
      const { day, rulesVersion, removed, failed } = await removeDueData(house, { isDryRun });
      for (const { id, error } of failed) console.error(`${id}: ${explainFault(error)}`);
      console.log(
        `${day}, rules ${rulesVersion}${isDryRun ? ', nothing was removed; due are' : ', removed'}:`,
      );
      for (const [what, count] of Object.entries(removed))
        console.log(`  ${what.replaceAll('_', ' ')}: ${count}`);
      return failed.length === 0 ? 0 : 1;
    }),
  );
