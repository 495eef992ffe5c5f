import { text } from 'node:stream/consumers';
import process from 'node:process';
import { takeDeliveryStatus } from '@bihuan/api';
import { Command } from 'commander';
import { withHouse } from '../with-house.ts';

export const noteBounce = new Command('note-bounce')
  .description(
    'read a delivery status notification from standard input and mark what it says could not be delivered',
  )
  .addHelpText('after', '\nA mail server can pipe returned mail here, see docs/notifications.md.')
  .action(() =>
    withHouse(async (house) => {
      console.log(await takeDeliveryStatus(house, await text(process.stdin)));
      return 0;
    }),
  );
