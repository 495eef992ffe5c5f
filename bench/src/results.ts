import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { table } from './table.ts';

const FOLDER = fileURLToPath(new URL('../results/', import.meta.url));

export type Rows = readonly Readonly<Record<string, string | number>>[];

/** Prints a figure as a table and keeps it as JSON in `bench/results`, with when and on what it was taken. */
export async function keep(figure: string, rows: Rows, goal: string): Promise<void> {
  const date = new Date().toISOString();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(
    `${FOLDER}${figure}.json`,
    `${JSON.stringify({ figure, date, machine, goal, rows }, null, 2)}\n`,
  );
  console.log(`\n${figure} (goal: ${goal})\n${table(rows)}\n`);
}
