import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CarrierFailure, type Carrier, type Mail } from '../notification/carrier.ts';
import { NO_CARRIERS, PLAIN_ANNOUNCER } from '../notification/testing/drain-notices.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { runJobs, type JobNews } from './run-jobs.ts';

let house: TestHouse;
let cast: Cast;
let stop: () => Promise<void>;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(async () => {
  await stop();
  await house.drop();
});

const courier = { ...PLAIN_ANNOUNCER, carriers: NO_CARRIERS };
const quiet: JobNews = {
  onDelivery: vi.fn(),
  onFailedTry: vi.fn(),
  onSweep: vi.fn(),
  onRetention: vi.fn(),
  onError: vi.fn(),
};

async function file(email: string): Promise<string> {
  const matter = {
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'confidential',
    name: '反映人甲',
    email,
  };
  const words = { title: '工商变更跑了四趟', body: '经营范围变更材料交了四次。' };
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  return taken(await submitComplaint(house, anyone, { ...matter, ...words })).complaintId;
}

it('delivers what is queued, sweeps at once, and stops', async () => {
  const late = await anAcceptedComplaint(house, cast);
  house.at('2026-10-20T01:00:00.000Z');
  const told = await file('jia@example.com');
  ({ stop } = await runJobs(house, courier, quiet));
  await vi.waitFor(async () => {
    expect(
      await house.db.prisma.message.findMany({
        where: { complaintId: told },
        select: { occasion: true, status: true },
      }),
    ).toEqual([{ occasion: `${told}:1`, status: 'local' }]);
    expect(await house.db.prisma.event.count({ where: { streamId: late, type: 'DeadlineCrossed' } })).toBe(1);
    const { rows } = await house.db.pool.query(
      `SELECT DISTINCT name, state FROM pgboss.job WHERE name IN ('notify', 'deliver', 'sweep')`,
    );
    expect(rows).toEqual(expect.arrayContaining([{ name: 'notify', state: 'completed' }]));
  }, 20_000);
});

it('tries again with growing pauses and keeps nothing private with the job', async () => {
  const mails: Mail[] = [];
  const carrier: Carrier<Mail> = {
    send: (mail) => {
      mails.push(mail);
      return Promise.reject(new CarrierFailure('resend: 500 application_error'));
    },
  };
  await file('jia@example.com');
  ({ stop } = await runJobs(house, { ...courier, carriers: { ...NO_CARRIERS, email: carrier } }, quiet));
  await vi.waitFor(async () => {
    const { rows } = await house.db.pool.query<Record<string, unknown>>(
      `SELECT state, retry_count, output, start_after > now() + interval '5 seconds' AS "isLater" FROM pgboss.job WHERE name = 'deliver'`,
    );
    expect(rows).toEqual([
      { state: 'retry', retry_count: 0, output: { error: 'resend: 500 application_error' }, isLater: true },
    ]);
  }, 20_000);
  expect(mails.map(({ to }) => to)).toEqual(['jia@example.com']);
});

it.each(['notify', 'deliver'])('drops a job of nonsense in %s without trying again', async (queue) => {
  await house.db.pool.query(
    `INSERT INTO pgboss.job (name, data, retry_limit) VALUES ($1, '{"occasion": 7}', 12)`,
    [queue],
  );
  ({ stop } = await runJobs(house, courier, quiet));
  await vi.waitFor(async () => {
    const { rows } = await house.db.pool.query(`SELECT state FROM pgboss.job WHERE name = $1`, [queue]);
    expect(rows).toEqual([{ state: 'failed' }]);
  }, 20_000);
});
