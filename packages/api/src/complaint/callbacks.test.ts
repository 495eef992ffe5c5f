import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listCallbacks } from './list-callbacks.ts';
import { readCallback } from './read-callback.ts';
import { recordCallback } from './record-callback.ts';
import { revealContact } from './reveal-contact.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

/** The actor that somebody of another unit is in the place of an absent person. */
const inPlaceOf = (absent: Cast['clerk'], ownDepartmentId: string): Cast['clerk'] => ({
  ...absent,
  standsInFor: { staffId: absent.staffId, ownDepartmentId },
});

describe('listCallbacks', () => {
  it('lists what a verification waits for, until the call is made or the tries are used up', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    await anAssignedItem(house, cast);
    await anItemBeingVerified(house, cast, { openness: 'anonymous', name: '', phone: '' });
    const listed = taken(await listCallbacks(house, cast.clerk));
    expect(listed).toMatchObject([{ complaintId, dueOn: '2026-10-15', daysLeft: 3, tries: 0, last: null }]);
    expect(JSON.stringify(listed)).not.toContain('13800138000');
    taken(await recordCallback(house, cast.clerk, { complaintId, outcome: 'no_answer' }));
    expect(taken(await listCallbacks(house, cast.clerk))).toMatchObject([
      { tries: 1, last: { outcome: 'no_answer' } },
    ]);
    const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' };
    taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
    expect(taken(await listCallbacks(house, cast.clerk))).toEqual([]);
  });

  it('is for the window, and lists nothing that the clerk is not independent enough to ask', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    expect(taken(await listCallbacks(house, cast.clerk)).map((line) => line.complaintId)).toEqual([
      complaintId,
    ]);
    for (const departmentId of [cast.approvals, cast.construction, cast.inspector.departmentId])
      for (const actor of [{ ...cast.clerk, departmentId }, inPlaceOf(cast.clerk, departmentId)])
        expect(taken(await listCallbacks(house, actor))).toEqual([]);
    expect(refusalOf(await listCallbacks(house, cast.triage))).toBe('not_found');
  });
});

describe('readCallback', () => {
  it('gives the matter and the earlier calls, never whom to call', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    taken(await recordCallback(house, cast.clerk, { complaintId, outcome: 'refused', note: '请晚上再拨' }));
    const sheet = taken(await readCallback(house, cast.clerk, { complaintId }));
    expect(sheet).toMatchObject({
      title: '工商变更跑了四趟没办成',
      attempts: [{ by: 'clerk', outcome: 'refused', answers: null, note: '请晚上再拨' }],
      refusal: null,
    });
    expect(JSON.stringify(sheet)).not.toMatch(/13800138000|反映人甲/);
  });

  it('is not there for others, nor for a clerk of a department concerned', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    const concerned = { ...cast.clerk, departmentId: cast.approvals };
    const substitute = inPlaceOf(cast.clerk, cast.approvals);
    for (const actor of [cast.officer, cast.triage, cast.inspector, concerned, substitute])
      expect(refusalOf(await readCallback(house, actor, { complaintId }))).toBe('not_found');
  });
});

describe('revealContact', () => {
  it('shows the window whom to call, and records the look', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    const reason = '回访';
    expect(taken(await revealContact(house, cast.clerk, { complaintId, reason }))).toEqual({
      name: '反映人甲',
      phone: '13800138000',
      email: '',
      representative: null,
    });
    const looks = await house.db.prisma.contactLook.findMany({ where: { complaintId } });
    expect(looks).toMatchObject([{ staffId: cast.clerk.staffId, reason: '回访' }]);
  });

  it('shows departments, inspectors and leaders nothing, and records no look', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    const concerned = { ...cast.clerk, departmentId: cast.approvals };
    const substitute = inPlaceOf(cast.clerk, cast.approvals);
    for (const actor of [cast.officer, cast.head, cast.inspector, cast.leader, concerned, substitute])
      expect(refusalOf(await revealContact(house, actor, { complaintId, reason: '看看' }))).toBe('not_found');
    expect(await revealContact(house, cast.clerk, { complaintId, reason: '' })).toMatchObject({
      fields: { reason: 'required' },
    });
    expect(await house.db.prisma.contactLook.count({ where: { complaintId } })).toBe(0);
  });
});
