import { trackingNumber } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { openTracking } from './open-tracking.ts';
import { submitComplaint } from './submit-complaint.ts';

let house: TestHouse;
let filed: { complaintId: string; trackingNumber: string; queryCode: string };
beforeAll(async () => {
  house = await openTestHouse();
  filed = taken(
    await submitComplaint(
      house,
      { kind: 'complainant', complaintId: '' },
      {
        channel: 'portal',
        complainantKind: 'citizen',
        openness: 'anonymous',
        title: '居住证办理被退回三次',
        body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。',
      },
    ),
  );
});
afterAll(() => house.drop());

const WRONG_CODE = 'ZZZZ-ZZZZ-ZZZZ';
/** Well formed, of nobody. */
const WRONG_NUMBER = 'BH-260930-7K2M9Q-C';

describe('openTracking', () => {
  it('opens the case for number and code as people type them', async () => {
    const number = filed.trackingNumber.toLowerCase().replaceAll('-', ' ');
    const code = filed.queryCode.toLowerCase().replaceAll('-', '');
    const opened = await openTracking(house, '10.0.0.1', { number: ` ${number}`, code });
    expect(opened).toEqual({ ok: true, value: { complaintId: filed.complaintId } });
  });

  it('answers a wrong number, a wrong code and nonsense the same', async () => {
    const notFound = { ok: false, kind: 'refusal', refusal: { code: 'not_found' } };
    const { trackingNumber: number, queryCode: code } = filed;
    expect(await openTracking(house, '10.0.0.2', { number, code: WRONG_CODE })).toEqual(notFound);
    expect(await openTracking(house, '10.0.0.2', { number: WRONG_NUMBER, code })).toEqual(notFound);
    expect(await openTracking(house, '10.0.0.2', { number: '编号忘了', code: 'x' })).toEqual(notFound);
  });

  it('counts a failure for a wrong number as for a wrong code', async () => {
    const { trackingNumber: number, queryCode: code } = filed;
    const rows = async () => (await house.db.pool.query('SELECT points FROM rate_limit')).rowCount;
    const before = await rows();
    await openTracking(house, '10.0.0.3', { number, code: WRONG_CODE });
    expect(await rows()).toBe((before ?? 0) + 2);
    await openTracking(house, '10.0.0.4', { number: WRONG_NUMBER, code });
    expect(await rows()).toBe((before ?? 0) + 4);
  });

  it('asks for what was left empty', async () => {
    expect(await openTracking(house, '10.0.0.5', { number: ' ', code: '' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { number: 'required', code: 'required' },
    });
  });

  it('lets an address wait after ten failures on a number, even with the right code, but no other address', async () => {
    const { trackingNumber: number, queryCode: code } = filed;
    for (let tries = 0; tries < 10; tries += 1) {
      const failed = await openTracking(house, '10.0.0.6', { number, code: WRONG_CODE });
      expect(failed).toMatchObject({ refusal: { code: 'not_found' } });
    }
    const minutes = expect.closeTo(15, 0) as number;
    expect(await openTracking(house, '10.0.0.6', { number, code })).toEqual({
      ok: false,
      kind: 'refusal',
      refusal: { code: 'too_many_tries', data: { minutes } },
    });
    expect(await openTracking(house, '10.0.0.7', { number, code })).toMatchObject({ ok: true });
  });

  it('lets an address wait after sixty failures on any numbers', async () => {
    const numbers = Array.from({ length: 60 }, () =>
      trackingNumber({ prefix: house.numberPrefix, date: '2026-09-30', random: house.randomBytes(6) }),
    );
    await Promise.all(numbers.map((number) => openTracking(house, '10.0.0.8', { number, code: WRONG_CODE })));
    const { trackingNumber: number, queryCode: code } = filed;
    expect(await openTracking(house, '10.0.0.8', { number, code })).toMatchObject({
      refusal: { code: 'too_many_tries' },
    });
  });

  it('keeps no address as it is', async () => {
    const { rows } = await house.db.pool.query<{ key: string }>('SELECT key FROM rate_limit');
    expect(rows.filter(({ key }) => key.includes('10.0.0'))).toEqual([]);
  });
});
