import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomBytes } from 'node:crypto';
import { copyInSeconds } from '../load/copy-rows.ts';
import { generatedMatter } from '../load/generated-matters.ts';
import { runOps } from '../product/run-ops.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';

/** What an import writes. */
const TABLES = ['complaint', 'contact', 'event', 'message', 'pgboss.job'];

/** A file of complaints of a hotline, against COPY of the rows that came of it; once a fifth of it to see memory grow. */
export async function measureImport(complaints: number): Promise<void> {
  const rows = [];
  for (const count of [Math.ceil(complaints / 5), complaints]) rows.push(await imported(count));
  await keep('import', rows, '≤ 10 × COPY of the same rows, memory flat');
}

async function imported(count: number) {
  const database = await openScratchDatabase();
  try {
    const file = join(database.dataDir, 'hotline.csv');
    await pipeline(Readable.from(linesOf(count)), createWriteStream(file));
    const masterKey = randomBytes(32).toString('base64');
    const run = await runOps(['import', file], {
      databaseUrl: database.url,
      dataDir: database.dataDir,
      masterKey,
    });
    if (run.code !== 0) throw new Error(run.said);
    const copy = await copyInSeconds(database.url, database.dataDir, TABLES);
    return {
      complaints: count,
      seconds: Number(run.seconds.toFixed(1)),
      'COPY s': Number(copy.toFixed(1)),
      ratio: Number((run.seconds / copy).toFixed(1)),
      'peak MB': run.peakMb,
      said: run.said.split('\n').at(-1) ?? '',
    };
  } finally {
    await database.close();
  }
}

function* linesOf(count: number): Generator<string> {
  yield '工单编号,标题,内容,提交时间,姓名,联系电话,地址\n';
  for (let nth = 0; nth < count; nth += 1) {
    const { title, body, place } = generatedMatter(nth);
    const at = new Date(Date.UTC(2026, 0, 5) + (nth % 200) * 86_400_000).toISOString().slice(0, 10);
    yield `H${nth},${title},"${body}",${at} 09:30:00,反映人${nth % 977},1380013${String(nth % 10_000).padStart(4, '0')},${place}\n`;
  }
}
