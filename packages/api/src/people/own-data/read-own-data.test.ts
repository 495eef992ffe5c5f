import { afterAll, beforeAll, expect, it } from 'vitest';
import { revealContact } from '../../complaint/reveal-contact.ts';
import { recordCallback } from '../../complaint/record-callback.ts';
import { give, theComplainant } from '../../complaint/testing/answered.ts';
import { drainMessages } from '../../notification/testing/drain-notices.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readOwnData } from './read-own-data.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const CONTACT = { name: '栗栽种', phone: '13911112222', email: 'own@planted.example' };

it('holds contact, texts, history, looks, calls and notices, in clear, for the holder of the case', async () => {
  const { complaintId } = await anItemBeingVerified(house, cast, CONTACT);
  await give(house, theComplainant(complaintId), complaintId, { type: 'supplement', text: '又跑了一趟。' });
  taken(await revealContact(house, cast.clerk, { complaintId, reason: '回访' }));
  const call = { outcome: 'valid', contacted: true, solved: false, satisfaction: 'dissatisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...call, note: '请再催一下' }));
  await drainMessages(house);
  const data = taken(await readOwnData(house, theComplainant(complaintId), { complaintId }));
  expect(data).toMatchObject({
    format: 'bihuan-own-data/1',
    contact: CONTACT,
    enterprise: null,
    filing: { channel: 'portal', openness: 'confidential', matter: { title: '工商变更跑了四趟没办成' } },
    callbacks: [{ outcome: 'valid', answers: { solved: false }, note: '请再催一下' }],
    looks: [{ reason: '回访' }],
    files: [],
    isOptedOut: false,
  });
  expect(data.timeline).toContainEqual(
    expect.objectContaining({ kind: 'supplemented', text: '又跑了一趟。' }),
  );
  expect(data.notices).toContainEqual(
    expect.objectContaining({ channel: 'email', template: 'receipt', recipient: 'own@planted.example' }),
  );
  const receipt = data.notices.find(({ channel, template }) => channel === 'email' && template === 'receipt');
  expect(receipt?.text).toContain('我们已收到您反映的事项');
  // Names of staff are not the complainant's data.
  expect(JSON.stringify(data)).not.toContain(cast.clerk.staffId);
});

it('is not there for anybody else, the office included', async () => {
  const { complaintId } = await anItemBeingVerified(house, cast, CONTACT);
  const others = [
    cast.clerk,
    cast.triage,
    cast.leader,
    cast.auditor,
    cast.officer,
    theComplainant(house.newId()),
  ];
  for (const actor of others)
    expect(refusalOf(await readOwnData(house, actor, { complaintId }))).toBe('not_found');
});
