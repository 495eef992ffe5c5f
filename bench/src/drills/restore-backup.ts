import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepIndexKeys, openHouse, submitComplaint, type House } from '@bihuan/api';
import { ONCE, simulateYear } from '@bihuan/api/testing/simulated-year';
import { openEmbedded } from '@bihuan/db/embedded';
import { closedAtEnd } from '../product/at-end.ts';
import { runOps, type OpsRun } from '../product/run-ops.ts';
import { openScratchDatabase, openScratchFolder } from '../product/scratch-database.ts';
import { keep } from '../results.ts';

const QUARTER = { first: '2026-01-01', openedThrough: '2026-03-20', last: '2026-04-20' };
const FILES = 40;
const FILE_BYTES = 200_000;

/**
 * A quarter of supervision is backed up while complaints are filed, and again at rest. The machine is lost: the backup at rest
 * goes into an empty data folder, is verified, and backed up again, which must give the same rows, hashes and files; the one
 * taken under load must be whole as well.
 */
export async function drillRestore(items: number): Promise<boolean> {
  const { path: place, close } = await openScratchFolder();
  const masterKey = randomBytes(32).toString('base64');
  const rows: { step: string; rows: number; seconds: number; 'peak MB': number; result: string }[] = [];
  const note = async (step: string, run: OpsRun, folder: string, isSound = run.code === 0) => {
    const { tables } = await contentOf(folder);
    const counted = tables.reduce((sum, table) => sum + table.rows, 0);
    const last = run.said.split('\n').at(-1) ?? '';
    const result =
      run.code === 0 ? (isSound ? last.replace(/, written to .*/, '') : 'differs') : `failed: ${last}`;
    rows.push({
      step,
      rows: counted,
      seconds: Number(run.seconds.toFixed(1)),
      'peak MB': run.peakMb,
      result,
    });
    return run.code === 0 && isSound;
  };
  try {
    const [busy, rest, again] = ['busy', 'rest', 'again'].map((name) => join(place, name)) as [
      string,
      string,
      string,
    ];
    let isSound = true;
    const lost = await openScratchDatabase('2026-01-01T00:00:00.000Z');
    try {
      const files = { folder: join(lost.dataDir, 'files') };
      const house = openHouse({ databaseUrl: lost.url, masterKey, maxConnections: 6, files });
      await keepIndexKeys(house);
      await fill(house, items);
      const given = { databaseUrl: lost.url, dataDir: lost.dataDir, masterKey };
      const filing = fileOn(house);
      const under = await runOps(['backup', busy], given);
      const filed = await filing.stop();
      isSound = (await note(`backup while ${filed} complaints are filed`, under, busy, filed > 0)) && isSound;
      isSound = (await note('backup at rest', await runOps(['backup', rest], given), rest)) && isSound;
      await house.close();
    } finally {
      await lost.close();
    }
    isSound = (await restoreInto(join(place, 'one'), rest, again)) && isSound;
    isSound = (await restoreInto(join(place, 'two'), busy)) && isSound;
    await keep(
      'restore',
      rows,
      'every backup restores, 0 faults, 0 differences, and backs up again to the same',
    );
    return isSound;
  } finally {
    await close();
  }

  /** Restores into an empty data folder; with `copy` backs up again and compares. */
  async function restoreInto(dataDir: string, from: string, copy?: string): Promise<boolean> {
    const server = await openEmbedded({ dataDir, log: () => undefined });
    const stop = closedAtEnd(() => server.stop());
    try {
      const given = { databaseUrl: server.url, dataDir, masterKey };
      const restored = await runOps(['restore', from], given);
      const isHere = await note(
        `restore of ${copy === undefined ? 'what was taken under load' : 'what was taken at rest'}`,
        restored,
        from,
      );
      if (copy === undefined || !isHere) return isHere;
      const run = await runOps(['backup', copy], given);
      const [first, second] = [await contentOf(from), await contentOf(copy)];
      const differing = differences(first, second);
      for (const line of differing) console.log(`differs: ${line}`);
      return note('backup of what was restored, compared', run, copy, differing.length === 0);
    } finally {
      await stop();
    }
  }
}

async function fill(house: House, items: number): Promise<void> {
  await simulateYear(house, {
    ...{ seed: 'restore', items, watch: ONCE, span: QUARTER },
    onDay: (day) => {
      if (day.endsWith('-01')) console.log(day);
    },
  });
  for (let nth = 0; nth < FILES; nth += 1) {
    const id = house.newId();
    await house.files.put(`${id.slice(0, 2)}/${id}/original`, randomBytes(FILE_BYTES));
  }
}

/** Files one complaint after the other until it is stopped. */
function fileOn(house: House) {
  let isOn = true;
  let filed = 0;
  const matter = {
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'confidential',
    name: '反映人甲',
    phone: '13800138000',
  };
  const work = (async () => {
    while (isOn) {
      const words = { title: `经营范围变更跑了${filed}趟`, body: '材料交了四次，每次要求补的都不一样。' };
      const result = await submitComplaint(
        house,
        { kind: 'complainant', complaintId: '' },
        { ...matter, ...words },
      );
      if (!result.ok) throw new Error('a complaint was not taken');
      filed += 1;
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await work;
      return filed;
    },
  };
}

type Content = {
  readonly madeAt: string;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
};

async function contentOf(folder: string): Promise<Content> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{"content":{"tables":[]}}');
  return (JSON.parse(text) as { content: Content }).content;
}

/** What one manifest says and the other does not, but for when they were made. */
function differences(first: Content, second: Content): readonly string[] {
  const lines = ({ madeAt: _, ...content }: Content) =>
    Object.entries(content).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((one) => `${name} ${JSON.stringify(one)}`)
        : [`${name} ${JSON.stringify(value)}`],
    );
  const here = new Set(lines(first));
  return lines(second).filter((line) => !here.has(line));
}
