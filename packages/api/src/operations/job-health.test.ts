import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readJobHealth, retryFailedJob } from './job-health.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
const jobId = '0199aaaa-0000-7000-8000-000000000001';
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
  await house.db.pool.query(
    `INSERT INTO pgboss.job (id, name, state, output, retry_count, retry_limit, completed_on)
VALUES ($1, 'notify', 'failed', '{"error": "Error ECONNREFUSED"}', 12, 12, now())`,
    [jobId],
  );
});
afterAll(() => house.drop());

it('tells of queues, of what was given up, and that no worker is there', async () => {
  const { queues, failed, figures, isWorkerSilent } = taken(await readJobHealth(house, admin));
  expect(queues.map(({ name }) => name)).toEqual([
    'deliver',
    'export',
    'import',
    'learn',
    'nightly',
    'notify',
    'sweep',
    'try_out',
  ]);
  expect(failed).toMatchObject([{ id: jobId, queue: 'notify', tries: 13, error: 'Error ECONNREFUSED' }]);
  expect(figures).toMatchObject({ messagesQueued: 0, webhooksDead: 0 });
  expect(isWorkerSilent).toBe(true);
});

it('puts a job back into its queue once, for system admins alone', async () => {
  const job = { queue: 'notify', jobId };
  expect(await retryFailedJob(house, cast.triage, job)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await readJobHealth(house, cast.auditor)).toMatchObject({ refusal: { code: 'not_found' } });
  taken(await retryFailedJob(house, admin, job));
  expect(await retryFailedJob(house, admin, job)).toMatchObject({ refusal: { code: 'not_found' } });
  const notify = taken(await readJobHealth(house, admin)).queues.find(({ name }) => name === 'notify');
  expect(notify).toMatchObject({ waiting: 1, failed: 0 });
});

it('calls late what may run and does not, and not what is put off until morning', async () => {
  const isLate = async () =>
    taken(await readJobHealth(house, admin)).queues.find(({ name }) => name === 'deliver')?.isLate;
  await house.db.pool.query(
    `INSERT INTO pgboss.job (name, created_on, start_after) VALUES ('deliver', now() - interval '6 hours', now() + interval '1 hour')`,
  );
  expect(await isLate()).toBe(false);
  await house.db.pool.query(
    `UPDATE pgboss.job SET start_after = now() - interval '6 minutes' WHERE name = 'deliver'`,
  );
  expect(await isLate()).toBe(true);
});
