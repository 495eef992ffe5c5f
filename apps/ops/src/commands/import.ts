import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ENCODINGS, IMPORT_FIELDS, importComplaints, type Encoding, type ImportReport } from '@bihuan/api';
import { SYSTEM } from '@bihuan/api/domain';
import { Command, InvalidArgumentError, Option } from 'commander';
import { failureSentence } from '../failure-sentence.ts';
import { rowSentence } from '../row-sentence.ts';
import { showProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

type Options = { map: Record<string, string>; source: string; encoding?: Encoding; dryRun?: boolean };

export const importCommand = new Command('import')
  .description('file every row of a CSV file as a complaint passed on by another platform')
  .argument('<file>', 'CSV with a header; UTF-8, GBK or GB18030, detected')
  .option(
    '--map <field=Header>',
    'where a header is not recognised by itself; may be given several times',
    collect,
    {},
  )
  .option(
    '--source <name>',
    'the platform it comes from; with the number of a row it tells rows that came before',
    '12345',
  )
  .addOption(new Option('--encoding <name>', 'instead of detecting it').choices([...ENCODINGS]))
  .option('--dry-run', 'say what would happen and write nothing')
  .addHelpText(
    'after',
    `\nFields: ${IMPORT_FIELDS.join(', ')}. Needed: id, title, body.
Rows that are wrong are named by line and the rest is filed; a second import of the same file makes nothing new.
Exit code 1 where rows were refused.`,
  )
  .action((file: string, { map, source, encoding, dryRun = false }: Options) =>
    withHouse(async (house) => {
      const { size } = await stat(file);
      const progress = showProgress('bytes', size);
      let bytes = 0;
      let report: ImportReport = { read: 0, created: 0, known: 0, refused: 0 };
      async function* counted(): AsyncGenerator<Buffer> {
        for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          yield chunk;
        }
      }
      const refusals: string[] = [];
      const result = await importComplaints(house, SYSTEM, counted(), {
        columns: map,
        source,
        dryRun,
        ...(encoding ? { encoding } : {}),
        onColumns: ({ ignored }) => {
          if (ignored.length > 0) refusals.push(`columns left out: ${ignored.join(', ')}`);
        },
        onRefused: (error) => refusals.push(rowSentence(error)),
        onProgress: (so) => {
          report = so;
          progress.show(bytes, summaryOf(so));
          for (const line of refusals.splice(0)) progress.say(line);
        },
      });
      progress.end();
      for (const line of refusals) console.error(line);
      if (!result.ok) console.error(failureSentence(result));
      if (!result.ok && result.kind === 'refusal' && result.refusal.code === 'file_without_column')
        console.error('Name it with --map field=Header.');
      const final = result.ok ? result.value : report;
      if (result.ok || final.read > 0) console.log(`${dryRun ? 'dry run: ' : ''}${summaryOf(final)}`);
      return result.ok && result.value.refused === 0 ? 0 : 1;
    }),
  );

function summaryOf({ read, created, known, refused }: ImportReport): string {
  return `${read} read, ${created} new, ${known} already there, ${refused} refused`;
}

function collect(pair: string, before: Record<string, string>): Record<string, string> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must look like field=Header.');
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) };
}
