import { rotateReceiptKey as rotate } from '@bihuan/api';
import { Command } from 'commander';
import { withHouse } from '../with-house.ts';

export const rotateReceiptKey = new Command('rotate-receipt-key')
  .description('make a new key for signing receipts; receipts of the old one stay genuine')
  .addHelpText(
    'after',
    '\nRunning apps take the new key within a minute. The secret half of the old one is removed.',
  )
  .action(() =>
    withHouse(async (house) => {
      const { id, publicKey } = await rotate(house);
      console.log(`receipts are signed with key ${id} from now on; its public half is ${publicKey}`);
      return 0;
    }),
  );
