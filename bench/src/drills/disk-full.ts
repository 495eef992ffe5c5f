import { execFileSync } from 'node:child_process';
import { Agent } from 'node:http';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { submitComplaint } from '@bihuan/api';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { filingForm } from '../load/filing-form.ts';
import { randomAddress } from '../load/random-address.ts';
import { memoryOf } from '../product/process-use.ts';
import { closedAtEnd } from '../product/at-end.ts';
import { openScratchFolder } from '../product/scratch-database.ts';
import { startWholeProduct, type WholeProduct } from '../product/whole-product.ts';
import { keep } from '../results.ts';
import { until } from '../until.ts';
import { countAuditFaults, countHalfWritten, countMissing } from './count-faults.ts';

const PORT = 4706;
const CLIENTS = 4;
const PATIENCE_MS = 90_000;
const MOST_MORE_MB = 200;
const PIECE = Buffer.alloc(64 * 1024, 1);
const PARTS = ['portal', 'admin', 'worker'] as const;

/**
 * The folder of files and then the disk of the database are full: uploads and filings are refused with a page (what was typed
 * in it), no process of the product ends, nothing acknowledged is missing, and all goes on by itself when there is room.
 * Skipped where small file systems may not be mounted.
 */
export async function drillDiskFull(seconds: number): Promise<boolean | 'skipped'> {
  const { path: folder, close } = await openScratchFolder();
  if (!mount(folder, '500m')) {
    await close();
    console.log('disk-full: skipped; it needs to mount a tmpfs, as root');
    return 'skipped';
  }
  const unmountDisk = closedAtEnd(async () => unmount(folder));
  let product: WholeProduct | undefined;
  let unmountFiles: (() => Promise<void>) | undefined;
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  try {
    product = await startWholeProduct(PORT, {}, folder);
    const { house, portalUrl, dataDir } = product;
    house.db.pool.on('error', () => undefined);
    await fileAtPortal(agent, portalUrl);
    const pids = await Promise.all(PARTS.map(product.pidOf));
    const portalPid = pids[0] ?? 0;
    const memory = (await memoryOf(portalPid)).now;

    const files = join(dataDir, 'files');
    await mkdir(files, { recursive: true });
    if (!mount(files, '8m')) throw new Error('a second file system cannot be mounted');
    unmountFiles = closedAtEnd(async () => unmount(files));
    const upload = await openUpload(product);
    await fill(join(files, 'ballast'));
    const refusedUpload = await upload();
    const keptFull = await house.db.prisma.attachmentRow.count();
    await rm(join(files, 'ballast'));
    const takenUpload = await upload();
    const keptAfter = await house.db.prisma.attachmentRow.count();

    const acknowledged: string[] = [];
    let refused = 0;
    let isOn = true;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (isOn) {
        const token = await fileAtPortal(agent, portalUrl).catch(() => null);
        if (token === null) refused += 1;
        else acknowledged.push(token);
        await sleep(20);
      }
    });
    await until(() => acknowledged.length >= 20, PATIENCE_MS);
    const ballast = join(folder, 'ballast');
    await fill(ballast);
    await until(() => refused >= 20, PATIENCE_MS);
    const form = filingForm();
    const page = await send(`${portalUrl}/complaints/new/check`, new URLSearchParams(form));
    await sleep(seconds * 1000);
    await rm(ballast);
    const freed = performance.now();
    const before = acknowledged.length;
    await until(() => acknowledged.length >= before + 20, PATIENCE_MS);
    const back = Math.round(performance.now() - freed);
    const isBack = acknowledged.length >= before + 20;
    isOn = false;
    await Promise.all(clients);
    const after = await Promise.all(PARTS.map(product.pidOf));
    const ended = after.filter((pid, nth) => pid !== pids[nth]).length;
    const more = (await memoryOf(after[0] ?? 0)).most - memory;
    const lost = Object.keys(form).filter((name) => !page.text.includes(form[name] ?? ''));
    const missing = await countMissing(house, acknowledged);
    const half = await countHalfWritten(house).catch(() => -1);
    const faults = await countAuditFaults(house);
    const row = (what: string, figure: string | number) => ({ what, figure });
    await keep(
      'disk-full',
      [
        row('files full: status of the upload', refusedUpload.status),
        row('files full: a page that says so', refusedUpload.isPage ? 'yes' : 'NO'),
        row('files full: kept all the same', keptFull),
        row('room again: status, files kept', `${takenUpload.status}, ${keptAfter}`),
        row('database full: acknowledged, refused', `${acknowledged.length}, ${refused}`),
        row('database full: status of a filing', page.status),
        row('database full: typed and not in the page', lost.join(' ') || 'nothing'),
        row('processes that ended', PARTS.filter((_, nth) => after[nth] !== pids[nth]).join(' ') || 'none'),
        row('filing again after ms', isBack ? back : 'NEVER'),
        row('acknowledged missing', missing),
        row('half-written', half),
        row('audit faults', faults),
        row('MB more in the portal', more),
      ],
      `pages with everything typed, 0 ended, 0 missing, at most ${MOST_MORE_MB} MB more, going on by itself`,
    );
    const areFilesRight =
      refusedUpload.isPage &&
      refusedUpload.status === 503 &&
      keptFull === 0 &&
      takenUpload.status === 303 &&
      keptAfter === 1;
    const isDatabaseRight = page.status >= 500 && lost.length === 0 && refused >= 20 && isBack;
    return areFilesRight && isDatabaseRight && ended + missing + half + faults === 0 && more < MOST_MORE_MB;
  } finally {
    agent.destroy();
    await unmountFiles?.();
    await product?.stop();
    await unmountDisk();
    await close();
  }
}

/** A case of its own, opened as its complainant does; sends one paper to it. */
async function openUpload({ house, portalUrl }: WholeProduct) {
  const filed = await submitComplaint(
    house,
    { kind: 'complainant', complaintId: '' },
    {
      ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential', name: '反映人甲' },
      ...{
        phone: '13800138000',
        email: 'a@example.com',
        title: '营业执照等了一个月',
        body: '每次去都说系统在升级，让回去等通知。',
      },
    },
  );
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const { trackingNumber: number, queryCode: code } = filed.value;
  const opened = await send(`${portalUrl}/track`, new URLSearchParams({ number, code }));
  const cookie = opened.cookies.map((one) => one.split(';')[0]).join('; ');
  const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${'x'.repeat(200_000)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  return () => {
    const body = new FormData();
    body.append('files', new Blob([pdf], { type: 'application/pdf' }), 'paper.pdf');
    return send(`${portalUrl}/track/files`, body, cookie);
  };
}

async function send(url: string, body: URLSearchParams | FormData, cookie = '') {
  const answer = await fetch(url, {
    ...{ method: 'POST', redirect: 'manual', body, signal: AbortSignal.timeout(20_000) },
    headers: { origin: new URL(url).origin, accept: 'text/html', cookie, 'x-forwarded-for': randomAddress() },
  });
  const text = await answer.text();
  const isPage = answer.status >= 400 && /<h1[^>]*>[^<]*\p{Script=Han}{2}/u.test(text);
  return { status: answer.status, text, isPage, cookies: answer.headers.getSetCookie() };
}

/** Writes until there is no room. */
async function fill(path: string): Promise<void> {
  for (let bytes = PIECE; bytes.length >= 512;) {
    const isWritten = await appendFile(path, bytes).then(
      () => true,
      () => false,
    );
    if (!isWritten) bytes = bytes.subarray(0, bytes.length / 2);
  }
}

function mount(path: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0777`, 'tmpfs', path], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function unmount(path: string): void {
  try {
    execFileSync('umount', ['-l', path], { stdio: 'ignore' });
  } catch {
    // It was not mounted.
  }
}
