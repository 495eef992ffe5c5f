import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { isSetUp } from '../people/create-first-admin.ts';
import { castPeople } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { createAdmin } from './create-admin.ts';
import { prepareHouse, type LoadDemo } from './prepare-house.ts';
import { removeDemo } from './remove-demo.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.drop());

const quiet = () => undefined;
const demo: LoadDemo = async (_, progress) => {
  progress(1, 2, '2026-10-12');
  await anAcceptedComplaint(house, await castPeople(house));
};
const complaints = () => house.db.prisma.complaint.count();

async function fileOne(): Promise<void> {
  const matter = { channel: 'portal', complainantKind: 'citizen', openness: 'anonymous' };
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  const words = { title: '工商变更跑了四趟', body: '经营范围变更材料交了四次。' };
  await submitComplaint(house, anyone, { ...matter, ...words });
}

describe('prepareHouse', () => {
  it('loads the demonstration into an empty house, once', async () => {
    const lines: string[] = [];
    expect(await prepareHouse(house, (line) => lines.push(line), demo)).toBe('demo_loaded');
    expect(lines).toContain('demonstration 50 % 2026-10-12');
    expect(await prepareHouse(house, quiet, demo)).toBe('as_it_was');
    expect(await complaints()).toBe(1);
  });

  it('loads none where it is not wanted, or somebody is here already', async () => {
    expect(await prepareHouse(house, quiet, null)).toBe('as_it_was');
    await fileOne();
    expect(await prepareHouse(house, quiet, demo)).toBe('as_it_was');
    expect(await complaints()).toBe(1);
  });

  it('loads it anew and whole where it was cut off', async () => {
    const cutOff: LoadDemo = async (...given) => {
      await demo(...given);
      throw new Error('killed');
    };
    await expect(prepareHouse(house, quiet, cutOff)).rejects.toThrow('killed');
    expect(await complaints()).toBe(1);
    expect(await prepareHouse(house, quiet, demo)).toBe('demo_loaded');
    expect(await complaints()).toBe(1);
  });
});

describe('removeDemo', () => {
  it('leaves an empty house that can be set up', async () => {
    await prepareHouse(house, quiet, demo);
    expect(await isSetUp(house)).toBe(true);
    expect(await removeDemo(house, quiet, false)).toEqual({ ok: true });
    expect(await complaints()).toBe(0);
    expect(await isSetUp(house)).toBe(false);
    expect(await house.db.prisma.calendarYear.count()).toBe(2);
    await fileOne();
    expect(await complaints()).toBe(1);
    expect(await removeDemo(house, quiet, false)).toEqual({ ok: false, reason: 'no_demo' });
  });

  it('keeps everything where complaints were filed since, unless told to', async () => {
    await prepareHouse(house, quiet, demo);
    await fileOne();
    expect(await removeDemo(house, quiet, false)).toEqual({
      ok: false,
      reason: 'complaints_since',
      complaints: 1,
    });
    expect(await complaints()).toBe(2);
    expect(await removeDemo(house, quiet, true)).toEqual({ ok: true });
    expect(await complaints()).toBe(0);
  });
});

describe('createAdmin', () => {
  it('makes the first one with the offices, and a further one beside them', async () => {
    const person = { name: '管理员', password: 'a long enough one' };
    expect(await createAdmin(house, { ...person, login: 'root' })).toMatchObject({ ok: true });
    expect(await createAdmin(house, { ...person, login: 'second' })).toMatchObject({ ok: true });
    expect(await createAdmin(house, { ...person, login: 'second' })).toMatchObject({
      fields: { login: 'already_taken' },
    });
    expect(await createAdmin(house, { ...person, login: 'third', department: 'X9' })).toMatchObject({
      fields: { department: 'unknown_department' },
    });
    const staff = await house.db.prisma.staff.findMany({
      include: { department: true },
      orderBy: { login: 'asc' },
    });
    expect(staff.map(({ login, roles, department }) => [login, roles, department.code])).toEqual([
      ['root', ['system_admin'], 'O1'],
      ['second', ['system_admin'], 'O1'],
    ]);
  });
});
