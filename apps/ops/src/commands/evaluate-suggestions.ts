import process from 'node:process';
import { readFile } from 'node:fs/promises';
import { evaluateSuggestions, readColumns } from '@bihuan/api';
import { Command } from 'commander';
import { failureSentence } from '../failure-sentence.ts';

export const evaluateSuggestionsCommand = new Command('evaluate-suggestions')
  .description('how well a category is suggested: learns one file and is asked about the other')
  .argument('<train>', 'CSV in UTF-8 with the columns category, body')
  .argument('<test>', 'the same columns, other texts')
  .addHelpText('after', '\nThe same files give the same figures. No database is needed, nothing is kept.')
  .action(async (train: string, test: string) => {
    const decided = [];
    for (const file of [train, test]) {
      const rows = readColumns(await readFile(file, 'utf8'), ['category', 'body']);
      if (!rows.ok) {
        console.error(`${file}: ${failureSentence(rows)}`);
        process.exitCode = 1;
        return;
      }
      decided.push(rows.value.map(({ category, body }) => ({ label: category, text: body })));
    }
    const [learned = [], asked = []] = decided;
    const { labels, macroF1, accuracy } = await evaluateSuggestions(learned, asked);
    console.log(`${learned.length} texts learned, ${asked.length} asked`);
    for (const { label, texts, precision, recall, f1 } of labels) {
      const figures = `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
      console.log(`${label}: ${texts} texts  ${figures}`);
    }
    console.log(`accuracy: ${accuracy.toFixed(4)}`);
    console.log(`macro-F1: ${macroF1.toFixed(4)}`);
  });
