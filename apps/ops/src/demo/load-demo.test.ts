import { openTracking, signIn, verifyAudit } from '@bihuan/api';
import { openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCases, loadDemo, startOfQuarterBeforeLast } from './load-demo.ts';
import { simulate } from './simulate.ts';
import { countStates, demandEveryState } from './state-coverage.ts';

/** Six weeks with the days off of early October in them. */
const SPAN = { seed: 'test', first: '2026-09-28', present: '2026-11-09T02:30:00.000Z' };
const quiet = () => undefined;

let house: TestHouse;
let refused: readonly string[];
beforeAll(async () => {
  house = await openTestHouse();
  ({ refused } = await simulate(house, SPAN, quiet));
});
afterAll(() => house.drop());

async function streamHeads({ db }: TestHouse): Promise<readonly string[]> {
  const [complaints, items] = await Promise.all([
    db.prisma.complaint.findMany({ orderBy: { id: 'asc' } }),
    db.prisma.supervisionItem.findMany({ orderBy: { id: 'asc' } }),
  ]);
  return [...complaints, ...items].map(
    ({ id, status, version, headHash }) =>
      `${id} ${status} ${version} ${Buffer.from(headHash).toString('hex')}`,
  );
}

describe('simulate', () => {
  it('breaks no rule and comes through every state', async () => {
    expect(refused).toEqual([]);
    const counts = await countStates(house);
    expect(() => demandEveryState(counts)).not.toThrow();
    expect(counts.complaints['closed']).toBeGreaterThan(20);
  });

  it('comes to the same events for the same seed', async () => {
    const same = await openTestHouse();
    await simulate(same, SPAN, quiet);
    expect(await streamHeads(same)).toEqual(await streamHeads(house));
    await same.drop();
  });

  it('leaves whole chains, and rows and a ledger that the events fold to', async () => {
    const { chains, replay } = await verifyAudit(house);
    expect(chains.faults).toEqual([]);
    expect(replay?.differences).toEqual([]);
    expect(chains.events).toBeGreaterThan(1000);
  });

  it('does nothing before its time or after the present', async () => {
    // Indicators and sheets of the year are older than the cases.
    const { _min, _max } = await house.db.prisma.event.aggregate({
      ...{ where: { stream: { in: ['complaint', 'supervision_item', 'card'] } } },
      ...{ _min: { at: true }, _max: { at: true } },
    });
    expect(_min.at?.toISOString().slice(0, 10)).toMatch(/^2026-09-2[78]$/);
    expect(_max.at?.toISOString() ?? '').toMatch(/^2026-11-09T0[12]/);
  });

  it('makes the clock late for some, silent for some, and scores both', async () => {
    const { prisma } = house.db;
    const [crossings, silent] = await Promise.all([
      prisma.event.count({ where: { type: 'DeadlineCrossed' } }),
      prisma.event.count({ where: { type: 'ItemSigned', data: { path: ['isSilent'], equals: true } } }),
    ]);
    for (const count of [crossings, silent]) expect(count).toBeGreaterThan(0);
    const rules = await prisma.scoreEntry.groupBy({ by: ['rule'], orderBy: { rule: 'asc' } });
    expect(rules.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['late', 'rework', 'struck_off_on_time']),
    );
  });

  it('gives each role something that waits for it', async () => {
    const inspector = await house.db.prisma.staff.findUniqueOrThrow({ where: { login: 'inspector' } });
    const approval = await house.db.prisma.department.findUniqueOrThrow({ where: { code: 'approval' } });
    const waiting = await house.db.prisma.supervisionItem.groupBy({
      by: ['status'],
      where: { OR: [{ inspectorId: inspector.id }, { leadDepartmentId: approval.id }] },
      orderBy: { status: 'asc' },
    });
    const statuses = waiting.map(({ status }) => status);
    expect(statuses).toEqual(
      expect.arrayContaining(['assigned', 'signed', 'advancing', 'rework', 'verifying']),
    );
  });
});

it('shows a special inspection that is under way, and one closed with a report and an item', async () => {
  const inspections = await house.db.prisma.inspectionRow.findMany({
    orderBy: { plannedAt: 'asc' },
    select: { status: true, reportNumber: true, _count: { select: { findings: true } } },
  });
  expect(inspections).toEqual([
    { status: 'closed', reportNumber: '开督查报〔2026〕1号', _count: { findings: 4 } },
    { status: 'under_way', reportNumber: null, _count: { findings: 2 } },
  ]);
  expect(
    await house.db.prisma.supervisionItem.count({ where: { source: 'special_inspection' } }),
  ).toBeGreaterThan(0);
});

describe('loadDemo', () => {
  it('starts two quarters back', () => {
    expect(startOfQuarterBeforeLast('2026-11-24')).toBe('2026-04-01');
    expect(startOfQuarterBeforeLast('2027-01-01')).toBe('2026-07-01');
    expect(startOfQuarterBeforeLast('2027-06-30')).toBe('2026-10-01');
  });

  it('refuses a database in which somebody works already', async () => {
    await expect(loadDemo(house, quiet)).rejects.toThrow('needs an empty database');
  });

  it('lets the demo accounts in, and names three cases with their codes', async () => {
    const account = { login: 'triage', password: 'bihuan-demo-2026' };
    const from = { address: '127.0.0.1', userAgent: 'test' };
    expect(await signIn(house, account, from)).toMatchObject({ ok: true });
    const cases = await demoCases(house);
    expect(cases.map(({ status }) => status)).toEqual(['under_supervision', 'answered', 'closed']);
    for (const { trackingNumber: number, queryCode: code } of cases)
      expect(await openTracking(house, '127.0.0.1', { number, code })).toMatchObject({ ok: true });
  });
});
