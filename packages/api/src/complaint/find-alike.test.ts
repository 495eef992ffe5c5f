import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPublishedAnswers } from '@bihuan/db';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { taken } from '../supervision/testing/stages.ts';
import { settleOnTheSpot } from './settle-on-the-spot.ts';
import { submitComplaint } from './submit-complaint.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const TRIAGE = {
  kind: 'staff',
  staffId: '00000000-0000-4000-8000-000000000001',
  departmentId: '00000000-0000-4000-8000-000000000002',
  roles: ['triage_admin'],
} as const;

async function answered(title: string, mayPublish: boolean): Promise<string> {
  const matter = {
    ...{ channel: 'portal', complainantKind: 'citizen', openness: 'anonymous', title, mayPublish },
    body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。',
  };
  const { complaintId } = taken(await submitComplaint(house, ANYONE, matter));
  const settled = { complaintId, category: 'people-4', complexity: 'simple', outcome: 'solved' };
  taken(await settleOnTheSpot(house, TRIAGE, { ...settled, text: '已当场办好居住证。' }));
  return complaintId;
}

it('tells title and answer where the complainant agreed, and nothing of the others', async () => {
  const [first, second] = [await answered('居住证被退回三次', true), await answered('居住证退回两次', false)];
  expect(await readPublishedAnswers(house.db, [second, first], 5)).toEqual([
    { title: '居住证被退回三次', outcome: 'solved', text: '已当场办好居住证。' },
  ]);
  expect(await readPublishedAnswers(house.db, [], 5)).toEqual([]);
});
