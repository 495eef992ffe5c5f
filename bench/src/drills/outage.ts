import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '@bihuan/api';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { filingForm } from '../load/filing-form.ts';
import { signIn } from '../load/office.ts';
import { walkInForm } from '../load/walk-in-form.ts';
import { startAdmin, startPortal, startWorker } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { openTcpGate } from '../product/tcp-gate.ts';
import { keep } from '../results.ts';
import { until } from '../until.ts';
import { countAuditFaults, countMissing } from './count-faults.ts';
import { settleClerks } from './settle-clerks.ts';

const PORTAL_PORT = 4560;
const ADMIN_PORT = 4561;
const GATE_PORT = 4562;
const CLIENTS = 6;
const BEFORE = 20;
const PATIENCE_MS = 60_000;

/**
 * The database is away for so many seconds while complaints are filed. In the middle one filing and one walk-in are sent as
 * a browser without script does: each must be a clear page (5xx) in which everything typed stands. No process ends, what was
 * acknowledged is there, and the filing that was shown again is taken when it is sent again.
 */
export async function drillOutage(seconds: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const direct = new URL(database.url);
  const gate = await openTcpGate(GATE_PORT, () => Number(direct.port));
  const through = new URL(direct);
  through.port = `${GATE_PORT}`;
  const given = { databaseUrl: through.href, dataDir: database.dataDir, masterKey };
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const apps = [];
  try {
    const portal = await startPortal({ ...given, port: PORTAL_PORT });
    apps.push(portal);
    const admin = await startAdmin({ ...given, port: ADMIN_PORT });
    apps.push(admin);
    apps.push(startWorker({ ...given, port: 0 }));
    const { logins, password } = await settleClerks(house, 1);
    const cookie = await signIn(admin.url, agent, logins[0] ?? '', password);
    const acknowledged: string[] = [];
    let refused = 0;
    let isOn = true;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (isOn) {
        const token = await fileAtPortal(agent, portal.url).catch(() => null);
        if (token === null) refused += 1;
        else acknowledged.push(token);
        await sleep(20);
      }
    });
    await until(() => acknowledged.length >= BEFORE, PATIENCE_MS);
    await gate.shut();
    await sleep((seconds * 1000) / 2);
    const filing = filingForm();
    const filed = await post(`${portal.url}/complaints/new/check`, filing);
    const walkIn = walkInForm(false);
    const logged = await post(`${admin.url}/walk-in`, walkIn, cookie);
    await sleep((seconds * 1000) / 2);
    await gate.open();
    const openedAt = performance.now();
    const before = acknowledged.length;
    await until(() => acknowledged.length >= before + BEFORE, PATIENCE_MS);
    const back = Math.round(performance.now() - openedAt);
    isOn = false;
    await Promise.all(clients);
    const again = await fileAtPortal(agent, portal.url, filing).catch(() => null);
    const ended = apps.filter((app) => !app.isRunning()).length;
    const missing = await countMissing(house, again === null ? acknowledged : [...acknowledged, again]);
    const faults = await countAuditFaults(house);
    const lost = [lostIn(filed.text, filing), lostIn(logged.text, walkIn)].map(
      (names) => names.join(' ') || 'nothing',
    );
    const row = (what: string, figure: string | number) => ({ what, figure });
    await keep(
      'outage',
      [
        row('acknowledged', acknowledged.length),
        row('answered otherwise meanwhile', refused),
        row('portal: status', filed.status),
        row('portal: typed and not in the page', lost[0] ?? ''),
        row('office: status', logged.status),
        row('office: typed and not in the page', lost[1] ?? ''),
        row('processes that ended', ended),
        row('the filing sent again', again === null ? 'REFUSED' : 'taken'),
        row('acknowledged missing', missing),
        row('audit faults', faults),
        row('filing as before after ms', back),
      ],
      'clear pages with everything typed, 0 processes ended, 0 missing',
    );
    const areKept = lost.every((names) => names === 'nothing');
    return (
      areKept &&
      filed.status >= 500 &&
      logged.status >= 500 &&
      again !== null &&
      refused > 0 &&
      ended + missing + faults === 0
    );
  } finally {
    agent.destroy();
    for (const app of apps) await app.kill();
    await gate.close();
    await house.close();
    await database.close();
  }
}

/** Status 0 where nobody answers. */
async function post(url: string, form: Readonly<Record<string, string>>, cookie = '') {
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
      headers: { origin: new URL(url).origin, accept: 'text/html', cookie },
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

/** The fields whose value is not in the page. */
function lostIn(page: string, form: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(form).filter((name) => !page.includes(form[name] ?? ''));
}
