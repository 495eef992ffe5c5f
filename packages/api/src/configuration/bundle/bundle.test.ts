import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeCategory } from '../../complaint/category/save-category.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { applyConfiguration, weighConfiguration } from './apply-configuration.ts';
import { exportConfiguration } from './export-configuration.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
let text: string;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
  text = taken(await exportConfiguration(house, admin)).text;
});
afterAll(() => house.drop());

const changes = async (given = text) => taken(await weighConfiguration(house, admin, { text: given }));

it('holds rules and catalogues, and no person', async () => {
  const { content } = JSON.parse(text) as { content: Record<string, unknown[]> };
  expect(Object.keys(content)).toEqual(['policies', 'categories', 'questions', 'calendar', 'notices']);
  expect(content['policies']?.map((one) => (one as { kind: string }).kind)).toEqual(
    expect.arrayContaining(['bulletin', 'cards', 'deadlines', 'open_data', 'scoring', 'supervision']),
  );
  for (const { staffId } of [cast.leader, cast.triage]) expect(text).not.toContain(staffId);
  expect((await changes()).differences).toEqual([]);
});

it('is compared with what was changed since, and brings it back', async () => {
  const name = { code: 'tax-1', parent: 'tax', name: '申报、发票与入库', nameEn: 'Filing', position: 301 };
  taken(await changeCategory(house, admin, { ...name, reason: '改名' }));
  await house.db.prisma.policy.create({
    data: {
      ...{ kind: 'open_data', version: 'open_data-2', status: 'published', source: 's' },
      ...{ effectiveFrom: new Date('2026-10-01'), createdAt: new Date('2026-10-12T02:00:00Z') },
      data: { version: 'open_data-2', leastCell: 10, months: 24 },
    },
  });
  const { differences, seen } = await changes();
  expect(differences.map(({ section, key, change }) => [section, key, change])).toEqual([
    ['policy', 'open_data', 'changed'],
    ['category', 'tax-1', 'changed'],
  ]);
  expect(differences[0]?.fields).toEqual([{ field: 'leastCell', was: '10', is: '5' }]);
  const apply = { text, seen, reason: '恢复到导出时的设置' };
  expect(await applyConfiguration(house, admin, { ...apply, reason: '' })).toMatchObject({
    fields: { reason: 'required' },
  });
  expect(taken(await applyConfiguration(house, admin, apply))).toEqual({ applied: 2, skipped: [] });
  const category = await house.db.prisma.category.findUniqueOrThrow({ where: { code: 'tax-1' } });
  expect(category.name).toBe('申报与发票');
  const draft = await house.db.prisma.policy.findFirstOrThrow({
    where: { kind: 'open_data', status: 'draft' },
  });
  expect(draft).toMatchObject({ version: 'open_data-3', data: { leastCell: 5, revision: 0 } });
  // Nothing is in force yet, so that the policy differs still; its draft is left alone.
  expect(await applyConfiguration(house, admin, apply)).toMatchObject({ refusal: { code: 'stale' } });
  const again = await changes();
  expect(taken(await applyConfiguration(house, admin, { ...apply, seen: again.seen }))).toEqual({
    applied: 0,
    skipped: ['open_data'],
  });
});

it('is refused where anything in it was touched, and where it is none', async () => {
  for (const forged of [
    text.replace('"leastCell": 5', '"leastCell": 1'),
    text.replace('bihuan-configuration-1', 'bihuan-configuration-2'),
    text.replace(/"signature": "../, '"signature": "AA'),
    text.replace(/"keyId": "[^"]+"/, '"keyId": "r99"'),
    '{}',
    'not json',
  ]) {
    expect(forged).not.toBe(text);
    const weighed = await weighConfiguration(house, admin, { text: forged });
    const fault = /^\{"?\}|not json|configuration-2/.test(forged) ? 'malformed' : 'not_signed';
    expect(weighed).toMatchObject({ fields: { text: fault } });
    expect(await applyConfiguration(house, admin, { text: forged, seen: '', reason: '试试' })).toMatchObject({
      fields: { text: fault },
    });
  }
});

it('is for system admins alone', async () => {
  for (const actor of [cast.triage, cast.auditor, cast.officer]) {
    expect(await exportConfiguration(house, actor)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await weighConfiguration(house, actor, { text })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await applyConfiguration(house, actor, { text, seen: '', reason: '试试' })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  }
});
