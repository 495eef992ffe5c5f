import { readFile } from 'node:fs/promises';
import { evaluateLookAlikes, readColumns } from '@bihuan/api';
import { Command } from 'commander';
import { failureSentence } from '../failure-sentence.ts';

const COLUMNS = ['cluster', 'id', 'title', 'body'] as const;

export const evaluateLookAlikesCommand = new Command('evaluate-lookalikes')
  .description('how well complaints on the same matter are found, on texts that a person put into clusters')
  .argument('<file>', `CSV in UTF-8 with the columns ${COLUMNS.join(', ')}`)
  .option('--among <file>', 'more texts with the same columns, to be told apart from these')
  .addHelpText(
    'after',
    `\nEach text of a cluster of two or more is asked for once. Precision: of what was shown in the first five, the share of
the same cluster. Recall: of what could have been shown in the first five, the share that was. No database is needed.`,
  )
  .action(async (file: string, { among }: { among?: string }) => {
    const texts = [];
    for (const one of among === undefined ? [file] : [file, among]) {
      const rows = readColumns(await readFile(one, 'utf8'), one === file ? COLUMNS : COLUMNS.slice(1));
      if (!rows.ok) {
        console.error(`${one}: ${failureSentence(rows)}`);
        process.exitCode = 1;
        return;
      }
      texts.push(...rows.value.map((row) => (one === file ? row : { ...row, cluster: '' })));
    }
    const { queries, clusters, precision, recall, firstRight, ...all } = evaluateLookAlikes(texts);
    console.log(`${all.texts} texts, ${clusters} clusters, ${queries} queries`);
    console.log(`precision at 5: ${precision.toFixed(3)}`);
    console.log(`recall at 5: ${recall.toFixed(3)}`);
    console.log(`first answer right: ${firstRight.toFixed(3)}`);
  });
