import { randomUUID } from 'node:crypto';
import { readStream, replayRows } from '@bihuan/db';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readInbox } from '../../complaint/read-inbox.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { fileFinding } from '../file-finding.ts';
import { readItem } from '../read-item.ts';
import { sendToRework } from '../send-to-rework.ts';
import { strikeOff } from '../strike-off.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../testing/stages.ts';
import { givePublicNotice } from './give-public-notice.ts';
import { listPublicNotices } from './list-public-notices.ts';
import { objectToNotice } from './object-to-notice.ts';
import { ruleOnNoticeObjection } from './rule-on-notice-objection.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const TEXT = '经营范围变更窗口已出具一次性告知书，同类事项一次办结。';
/** Monday 12 October, and five working days of notice: it ends on Monday 19. */
const AFTER = '2026-10-20T01:00:00.000Z';

/** Both findings agree; anonymous, so that an assessor corroborates. */
async function anAgreedItem() {
  const anonymous = { openness: 'anonymous', name: '', phone: '', noContact: 'true' };
  const { itemId } = await anItemBeingVerified(house, cast, anonymous);
  const found = { itemId, isResolved: 'true', isFalseRequest: 'false', text: '已现场核实' };
  taken(await fileFinding(house, cast.inspector, { ...found, part: 'A' }));
  taken(await fileFinding(house, cast.assessor, { ...found, part: 'B' }));
  const { number } = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } });
  return { itemId, number };
}

const lineOf = async (number: string) =>
  (await listPublicNotices(house)).find((line) => line.number === number);
const waitsFor = async (kind: string) =>
  taken(await readInbox(house, cast.triage))
    .filter((section) => section.kind === kind)
    .flatMap(({ lines }) => lines.map(({ id }) => id));

it('keeps an item on the list while it is shown, and lets it go afterwards', async () => {
  const { itemId, number } = await anAgreedItem();
  expect(await waitsFor('ready')).toContain(itemId);
  expect(refusalOf(await givePublicNotice(house, cast.officer, { itemId, text: TEXT }))).toBe(
    'not_authorised',
  );
  taken(await givePublicNotice(house, cast.triage, { itemId, text: TEXT }));
  expect(await lineOf(number)).toMatchObject({
    text: TEXT,
    until: '2026-10-19',
    objections: 0,
    outcome: 'running',
  });
  expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('notice_running');
  expect(await replayRows(house.db)).toMatchObject({ differences: [] });
  expect(await waitsFor('ready')).not.toContain(itemId);
  expect(taken(await readItem(house, cast.triage, { itemId })).ball).toMatchObject({
    step: 'notice',
    by: '2026-10-19',
  });
  house.at(AFTER);
  expect(await lineOf(number)).toMatchObject({ outcome: 'being_decided' });
  expect(await waitsFor('ready')).toContain(itemId);
  taken(await strikeOff(house, cast.triage, { itemId }));
  expect(await lineOf(number)).toMatchObject({ outcome: 'struck_off' });
  expect(await replayRows(house.db)).toMatchObject({ differences: [] });
});

it('counts an objection sent twice once, keeps nothing that tells who somebody is, and acts on what holds', async () => {
  const { itemId, number } = await anAgreedItem();
  taken(await givePublicNotice(house, cast.triage, { itemId, text: TEXT }));
  const once = randomUUID();
  const objection = { number, once, text: '昨天去还是要求补材料，可以打13800138000问我。' };
  taken(await objectToNotice(house, '10.4.0.1', objection));
  taken(await objectToNotice(house, '10.4.0.1', objection));
  expect(await lineOf(number)).toMatchObject({ objections: 1 });
  expect(JSON.stringify(await readStream(house.db, itemId))).not.toContain('13800138000');
  expect(await waitsFor('notice_objections')).toContain(itemId);
  const own = taken(await readItem(house, cast.officer, { itemId }));
  expect(JSON.stringify(own)).not.toContain('昨天去还是要求补材料');
  house.at(AFTER);
  expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('notice_objection_open');
  const ruling = { itemId, objectionId: once, isUpheld: 'true', text: '现场复核属实' };
  taken(await ruleOnNoticeObjection(house, cast.triage, ruling));
  expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('notice_objection_upheld');
  taken(await sendToRework(house, cast.triage, { itemId, reason: '公示异议成立' }));
  expect(await lineOf(number)).toMatchObject({ outcome: 'kept' });
});

it('refuses what it cannot take, with the field', async () => {
  const { itemId, number } = await anAgreedItem();
  const numbered = await givePublicNotice(house, cast.triage, { itemId, text: `${TEXT}联系电话13800138000` });
  expect(numbered).toMatchObject({ fields: { text: 'private_data' } });
  expect(await givePublicNotice(house, cast.triage, { itemId, text: '好' })).toMatchObject({
    fields: { text: 'too_short' },
  });
  const text = '窗口今天仍然没有人，材料又被退回。';
  const object = (given: object) =>
    objectToNotice(house, '10.4.0.2', { number, once: randomUUID(), text, ...given });
  expect(refusalOf(await object({}))).toBe('no_notice_running');
  expect(refusalOf(await object({ number: 'DB-9999' }))).toBe('no_notice_running');
  taken(await givePublicNotice(house, cast.triage, { itemId, text: TEXT }));
  expect(await object({ text: '' })).toMatchObject({ fields: { text: 'required' } });
  for (let nth = 0; nth < 10; nth += 1) taken(await object({}));
  expect(refusalOf(await object({}))).toBe('too_many_tries');
  taken(await objectToNotice(house, '10.4.0.3', { number, once: randomUUID(), text }));
});
