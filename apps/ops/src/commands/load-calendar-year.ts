import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { loadCalendarYear as load } from '@bihuan/api';
import { SYSTEM } from '@bihuan/api/domain';
import { Command, InvalidArgumentError } from 'commander';
import { failureSentence } from '../failure-sentence.ts';
import { rowSentence } from '../row-sentence.ts';
import { withHouse } from '../with-house.ts';

export const loadCalendarYear = new Command('load-calendar-year')
  .description('load the official calendar of a year')
  .argument('<year>', 'four digits', yearFrom)
  .argument('<file>', 'CSV with the columns date, kind (rest or working), name')
  .option('--source <text>', 'the notice it comes from')
  .addHelpText(
    'after',
    '\nThe file names only the days that differ from "Monday to Friday are worked". Provisional due dates follow with the next sweep.',
  )
  .action((year: number, file: string, { source }: { source?: string }) =>
    withHouse(async (house) => {
      const about = { year, source: source ?? basename(file) };
      const result = await load(house, SYSTEM, about, createReadStream(file));
      if (!result.ok) {
        console.error(failureSentence(result));
        return 1;
      }
      if (!result.value.isLoaded) {
        for (const error of result.value.errors) console.error(rowSentence(error));
        console.error('nothing was loaded');
        return 1;
      }
      console.log(`${year}: ${result.value.days} days loaded`);
      if (result.value.isReplaced)
        console.log('the year was loaded before; due dates that rest on it stay as they are');
      return 0;
    }),
  );

function yearFrom(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('It must be a year such as 2027.');
  return Number(text);
}
