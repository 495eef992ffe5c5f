import { isSetUp, readDemoMark } from '@bihuan/api';
import { Command } from 'commander';
import { demoAccounts as accounts, demoCases } from '../demo/load-demo.ts';
import { roleTerm } from '../role-term.ts';
import { statusTerm } from '../status-term.ts';
import { withHouse } from '../with-house.ts';

export const demoAccounts = new Command('demo-accounts')
  .description(
    'print how to sign in and what to track: accounts and cases of the demonstration, or where to set up the first admin',
  )
  .action(() =>
    withHouse(async (house, { ADMIN_URL }) => {
      if (!(await isSetUp(house)))
        console.log(`Nobody can sign in yet. Set up the first admin at ${ADMIN_URL}/setup`);
      else if ((await readDemoMark(house))?.state === 'loaded') {
        for (const { login, password, role } of accounts())
          console.log(`  ${login.padEnd(18)}${password.padEnd(20)}${roleTerm(role)}`);
        console.log('\n  Tracking number     Query code');
        for (const { trackingNumber, queryCode, status } of await demoCases(house))
          console.log(`  ${trackingNumber.padEnd(20)}${queryCode.padEnd(18)}${statusTerm(status)}`);
      }
      return 0;
    }),
  );
