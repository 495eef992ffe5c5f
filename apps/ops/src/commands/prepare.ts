import { prepareHouse } from '@bihuan/api';
import { Command } from 'commander';
import { loadDemo } from '../demo/load-demo.ts';
import { withHouse } from '../with-house.ts';

export const prepare = new Command('prepare')
  .description('bring the database to what this version needs, and load the demonstration into an empty one')
  .addHelpText(
    'after',
    '\nSafe to repeat. With DEMO=0 no demonstration is loaded, with DEMO=large one of sixty departments.',
  )
  .action(() =>
    withHouse(
      async (house, { DEMO }) => {
        const prepared = await prepareHouse(
          house,
          (line) => console.log(line),
          DEMO === '0' ? null : (one, progress) => loadDemo(one, progress, DEMO === 'large'),
        );
        console.log(prepared === 'demo_loaded' ? 'prepared, with the demonstration' : 'prepared');
        return 0;
      },
      { isPrepared: false },
    ),
  );
