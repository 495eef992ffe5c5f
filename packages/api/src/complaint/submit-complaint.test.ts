import { readStream } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { submitComplaint } from './submit-complaint.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const matter = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  title: '工商变更跑了四趟没办成',
  body: '经营范围变更材料交了四次，每次要求补的都不一样，窗口也不出具一次性告知书。',
  name: '反映人甲',
  phone: '138 0013 8000',
};

describe('submitComplaint', () => {
  it('files a complaint with its event, contact and job, and a triage date at noon of the next working day', async () => {
    const result = await submitComplaint(house, ANYONE, matter);
    if (!result.ok) throw new Error(JSON.stringify(result));
    const { complaintId, trackingNumber, queryCode, triageDue } = result.value;
    expect(trackingNumber).toMatch(/^BH-261012-[0-9A-Z]{6}-[0-9A-Z]$/);
    expect(queryCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(triageDue).toEqual({ date: '2026-10-13', half: 'am', provisional: false });
    const events = await readStream(house.db, complaintId);
    expect(events.map((event) => event.type)).toEqual(['ComplaintSubmitted']);
    const job = await house.db.pool.query(`SELECT data FROM pgboss.job WHERE data->>'occasion' = $1`, [
      `${complaintId}:1`,
    ]);
    expect(job.rows).toEqual([{ data: { about: 'complaint', occasion: `${complaintId}:1` } }]);
    const stored = await house.db.prisma.contact.findUniqueOrThrow({ where: { complaintId } });
    expect(Buffer.from(stored.phone ?? []).toString('latin1')).not.toContain('138');
  });

  it('makes one complaint of the same form sent twice, and shows the same code', async () => {
    const first = await submitComplaint(house, ANYONE, { ...matter, once: 'token-1' });
    const second = await submitComplaint(house, ANYONE, { ...matter, once: 'token-1' });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value).toEqual({ ...first.value, triageDue: second.value.triageDue, isNew: false });
  });

  it('sends fields back by name', async () => {
    const result = await submitComplaint(house, ANYONE, { ...matter, title: '', phone: '12', body: '短' });
    expect(result).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { title: 'required', body: 'too_short', phone: 'phone_malformed' },
    });
  });
});
