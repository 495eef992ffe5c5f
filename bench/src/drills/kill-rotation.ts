import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  attachFiles,
  keepIndexKeys,
  openHouse,
  readIndexKeys,
  submitComplaint,
  type House,
} from '@bihuan/api';
import { countRowsByKey, readContact } from '@bihuan/db';
import { randomAddress } from '../load/random-address.ts';
import { startPortal } from '../product/app-process.ts';
import { OPS, runOps } from '../product/run-ops.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { until } from '../until.ts';
import { countAuditFaults } from './count-faults.ts';

const PORT = 4704;
const WITH_FILE = 4;
const PATIENCE_MS = 120_000;

type Kept = {
  readonly complaintId: string;
  readonly number: string;
  readonly code: string;
  readonly name: string;
};

/**
 * The master key is replaced in a house of so many complaints with contacts and files, and the command that does it is killed
 * (SIGKILL) again and again at moments of chance, and begun again. After each kill the portal, which has both keys, opens a case
 * by number and code, and a contact reads. In the end all contacts and files read under the new key alone.
 */
export async function drillKillRotation(complaints: number, kills: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const [old, fresh] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
  const both = `k2:${fresh},k1:${old}`;
  const { url: databaseUrl, dataDir } = database;
  const under = (masterKey: string) =>
    openHouse({ databaseUrl, masterKey, files: { folder: `${dataDir}/files` } });
  const first = under(`k1:${old}`);
  await keepIndexKeys(first);
  const kept = await fill(first, complaints);
  await first.close();
  const house = under(both);
  await readIndexKeys(house);
  const portal = await startPortal({ databaseUrl, dataDir, masterKey: both, port: PORT });
  try {
    const rows = [];
    for (let round = 1; round <= kills; round += 1) {
      const before = await countOld(house);
      const wanted = before - 1 - Math.floor((Math.random() * before) / (kills + 1 - round));
      const killed = await killRotation(
        { databaseUrl, dataDir, masterKey: both },
        async () => (await countOld(house)) <= wanted,
      );
      const left = await countOld(house);
      const one = kept[Math.floor(Math.random() * kept.length)] as Kept;
      rows.push({
        round,
        killed: killed ? 'yes' : 'over before',
        'values under the old key': left,
        'case opened': (await opens(portal.url, one)) ? 'yes' : 'NO',
        'contacts read': await countContacts(house, kept),
      });
      console.log(JSON.stringify(rows.at(-1)));
    }
    const last = await runOps(['rotate-keys'], { databaseUrl, dataDir, masterKey: both });
    const left = await countOld(house);
    await portal.kill();
    const alone = under(`k2:${fresh}`);
    try {
      await readIndexKeys(alone);
      const contacts = await countContacts(alone, kept);
      const check = await runOps(['rotate-keys', '--check'], {
        databaseUrl,
        dataDir,
        masterKey: `k2:${fresh}`,
      });
      const faults = await countAuditFaults(alone);
      const files = await alone.db.prisma.attachmentRow.count();
      const again = await startPortal({ databaseUrl, dataDir, masterKey: `k2:${fresh}`, port: PORT });
      const isOpened = await opens(again.url, kept[0] as Kept).finally(() => again.kill());
      await keep(
        'kill-rotation',
        rows,
        `under the new key alone: ${contacts} of ${kept.length} contacts, ${files} files and every sealed value (check ended with ${check.code}), ` +
          `${left} under the old one, ${faults} faults of the audit, a case opened (${isOpened ? 'yes' : 'NO'})`,
      );
      if (last.code + check.code > 0) console.log(last.said, check.said);
      return (
        isOpened &&
        contacts === kept.length &&
        files > 0 &&
        last.code + check.code + left + faults === 0 &&
        rows.every((row) => row['case opened'] === 'yes' && row['contacts read'] === kept.length) &&
        rows.some((row) => row.killed === 'yes')
      );
    } finally {
      await alone.close();
    }
  } finally {
    await portal.kill();
    await house.close();
    await database.close();
  }
}

async function fill(house: House, complaints: number): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (let nth = 0; nth < complaints; nth += 1) {
    const name = `反映人${nth}`;
    const filed = await submitComplaint(
      house,
      { kind: 'complainant', complaintId: '' },
      {
        ...{
          channel: 'portal',
          complainantKind: 'citizen',
          openness: 'confidential',
          name,
          phone: '13800138000',
        },
        ...{ title: '营业执照等了一个月', body: '每次去都说系统在升级，让回去等通知。' },
      },
    );
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    const { complaintId, trackingNumber: number, queryCode: code } = filed.value;
    kept.push({ complaintId, number, code, name });
    if (nth % WITH_FILE === 0) await attach(house, complaintId, nth);
  }
  return kept;
}

/** A small PDF of its own for each case. */
async function attach(house: House, complaintId: string, nth: number): Promise<void> {
  const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${nth}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  const body = Buffer.from(
    `--b\r\nContent-Disposition: form-data; name="files"; filename="p.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf}\r\n--b--\r\n`,
  );
  const pieces = async function* () {
    yield await Promise.resolve(body);
  };
  const taken = await attachFiles(house, { kind: 'complainant', complaintId }, complaintId, {
    body: pieces(),
    contentType: 'multipart/form-data; boundary=b',
    contentLength: body.length,
  });
  if (!taken.ok || taken.value.added !== 1) throw new Error(JSON.stringify(taken));
}

/** Runs the command and kills it once that is so; whether it was still at work. */
async function killRotation(
  { databaseUrl, dataDir, masterKey }: { databaseUrl: string; dataDir: string; masterKey: string },
  isDue: () => Promise<boolean>,
): Promise<boolean> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, BIHUAN_MASTER_KEY: masterKey };
  const child = spawn(process.execPath, [OPS, 'rotate-keys'], { env, stdio: 'ignore' });
  const gone = once(child, 'exit');
  await until(async () => child.exitCode !== null || (await isDue()), PATIENCE_MS);
  await sleep(Math.random() * 10);
  child.kill('SIGKILL');
  await gone;
  return child.signalCode === 'SIGKILL';
}

async function countOld({ db }: House): Promise<number> {
  const counted = await countRowsByKey(db);
  return counted.filter(({ keyId }) => keyId !== 'k2').reduce((sum, { rows }) => sum + rows, 0);
}

async function countContacts({ db, keyring }: House, kept: readonly Kept[]): Promise<number> {
  let read = 0;
  for (const { complaintId, name } of kept) {
    const contact = await readContact(db, complaintId, keyring).catch(() => null);
    if (contact?.name === name) read += 1;
  }
  return read;
}

async function opens(url: string, { number, code }: Kept): Promise<boolean> {
  const answer = await fetch(`${url}/track`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ number, code }) },
    headers: { origin: url, 'x-forwarded-for': randomAddress() },
  });
  const text = await answer.text();
  return answer.status === 303 || (answer.status === 200 && text.includes(number));
}
