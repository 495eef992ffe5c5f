import { afterEach, expect, it } from 'vitest';
import { openMonitor, type Monitor } from './open-monitor.ts';

let monitor: Monitor;
let isReady = async () => true;
afterEach(() => monitor.close());

async function ask(path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${await monitor.port}${path}`);
  return `${response.status} ${await response.text()}`;
}
const open = () => {
  const figures = [
    {
      ...{ name: 'bihuan_waiting', help: 'what waits', labels: ['queue'] },
      read: async () => [{ labels: { queue: 'deliver' }, value: 3 }],
    },
    {
      name: 'bihuan_away',
      help: 'cannot be read',
      labels: [],
      read: () => Promise.reject(new Error('away')),
    },
  ];
  monitor = openMonitor({ app: 'portal', port: 0, isReady: () => isReady(), figures });
};

it('counts requests by pattern, and reads figures when asked', async () => {
  open();
  monitor.countRequest('GET', '/track/files/[id]', 200, 0.03);
  monitor.countRequest('BREW', '/track', 405, 0.001);
  monitor.countWork('sweep', 'done', 2);
  const text = await ask('/metrics');
  expect(text).toMatch(/^200 /);
  for (const line of [
    'bihuan_request_seconds_count{app="portal",method="GET",route="/track/files/[id]",status="200"} 1',
    'bihuan_request_seconds_bucket{le="0.02",app="portal",method="GET",route="/track/files/[id]",status="200"} 0',
    'bihuan_request_seconds_count{app="portal",method="other",route="/track",status="405"} 1',
    'bihuan_work_total{kind="sweep",outcome="done",app="portal"} 1',
    'bihuan_waiting{queue="deliver",app="portal"} 3',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/^bihuan_process_resident_memory_bytes\{app="portal"\} \d+$/m);
  expect(text).toMatch(/^bihuan_away\{app="portal"\} Nan$/im);
});

it('says whether the process answers and whether it can work', async () => {
  open();
  expect([await ask('/healthz'), await ask('/readyz'), await ask('/')]).toEqual([
    '200 ok\n',
    '200 ready\n',
    '404 ',
  ]);
  isReady = async () => false;
  expect(await ask('/readyz')).toBe('503 not ready\n');
  isReady = () => Promise.reject(new Error('the database is away'));
  expect(await ask('/readyz')).toBe('503 not ready\n');
  isReady = () => new Promise(() => undefined);
  expect(await ask('/readyz')).toBe('503 not ready\n');
  expect(await ask('/healthz')).toBe('200 ok\n');
});

it('serves nothing without a port', async () => {
  monitor = openMonitor({ app: 'portal', isReady: async () => true });
  monitor.countRequest('GET', '/', 200, 0.1);
  expect(await monitor.port).toBe(null);
});
