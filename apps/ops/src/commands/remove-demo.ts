import { removeDemo as remove } from '@bihuan/api';
import { Command } from 'commander';
import { withHouse } from '../with-house.ts';

export const removeDemo = new Command('remove-demo')
  .description('empty a database that holds the demonstration')
  .option('--with-everything', 'also when complaints were filed since; they go with it')
  .addHelpText(
    'after',
    '\nEverything goes: cases, people, departments. Calendar and policies are laid down anew.',
  )
  .action(({ withEverything = false }: { withEverything?: boolean }) =>
    withHouse(async (house) => {
      const removal = await remove(house, (line) => console.log(line), withEverything);
      if (removal.ok) {
        console.log('the demonstration is gone; set up the first admin, or run: npm run ops -- create-admin');
        return 0;
      }
      const many = removal.reason === 'no_demo' ? 0 : removal.complaints;
      console.error(
        removal.reason === 'no_demo'
          ? 'There is no demonstration in this database; nothing was removed.'
          : `${many} complaints were filed since the demonstration was loaded; nothing was removed. With --with-everything they go too.`,
      );
      return 1;
    }),
  );
