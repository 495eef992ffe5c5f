import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from '../load/office.ts';
import { runLoad } from '../load/run-load.ts';
import { startAdmin, startPortal, startWorker } from '../product/app-process.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { memoryOf } from '../product/process-use.ts';
import { keep } from '../results.ts';

const PORTAL_PORT = 4531;
const ADMIN_PORT = 4532;

/** Memory of portal, admin and worker at rest a while after their start, and at the end of a time of load. */
export async function measureMemory(
  folder: string | undefined,
  restSeconds: number,
  loadSeconds: number,
): Promise<void> {
  const database = await openDemoDatabase(folder);
  const given = { databaseUrl: database.url, dataDir: database.dataDir, masterKey: database.masterKey };
  const portal = await startPortal({ ...given, port: PORTAL_PORT });
  const admin = await startAdmin({ ...given, port: ADMIN_PORT });
  const worker = startWorker({ ...given, port: PORTAL_PORT });
  const agent = new Agent({ keepAlive: true });
  try {
    await wait(1000 * restSeconds);
    const apps = [
      { app: 'portal', pid: portal.pid },
      { app: 'admin', pid: admin.pid },
      { app: 'worker', pid: worker.pid },
    ];
    const idle = await Promise.all(apps.map(({ pid }) => memoryOf(pid)));
    const cookie = await signIn(admin.url, agent, 'triage');
    const plan = { clients: 4, seconds: loadSeconds, expect: 200, scenario: 'get' } as const;
    await Promise.all([
      runLoad({
        ...plan,
        url: `${portal.url}/complaints/new/check`,
        clients: 8,
        scenario: 'file',
        expect: 303,
      }),
      runLoad({ ...plan, url: `${portal.url}/scores` }),
      runLoad({ ...plan, url: `${admin.url}/supervision`, headers: { cookie } }),
      runLoad({ ...plan, url: `${admin.url}/complaints`, headers: { cookie } }),
    ]);
    const loaded = await Promise.all(apps.map(({ pid }) => memoryOf(pid)));
    const rows = apps.map(({ app }, at) => ({
      ...{
        app,
        'idle MB': idle[at]?.now ?? 0,
        'its share': idle[at]?.share ?? 0,
        'loaded MB': loaded[at]?.now ?? 0,
        'loaded, its share': loaded[at]?.share ?? 0,
        'most MB': loaded[at]?.most ?? 0,
      },
    }));
    const sum = (key: keyof Omit<(typeof rows)[number], 'app'>) =>
      rows.reduce((all, row) => all + row[key], 0);
    const all = {
      app: 'all',
      'idle MB': sum('idle MB'),
      'its share': sum('its share'),
      'loaded MB': sum('loaded MB'),
      'loaded, its share': sum('loaded, its share'),
      'most MB': sum('most MB'),
    };
    await keep('memory', [...rows, all], '≤ 350 MB idle, ≤ 700 MB loaded');
  } finally {
    agent.destroy();
    await Promise.all([portal.kill(), admin.kill(), worker.kill()]);
    await database.close();
  }
}
