import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import {
  listSiteMessages,
  publishSiteMessage,
  readSiteMessages,
  withdrawSiteMessage,
} from './site-messages.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
});
afterAll(() => house.drop());

const message = { textEn: 'Read me', tone: 'notice', hours: 'always', fromAt: '', untilAt: '' };
const shown = async () => (await readSiteMessages(house)).map(({ text }) => text);

it('shows a message from its moment until its end, and in or out of hours', async () => {
  taken(await publishSiteMessage(house, admin, { ...message, text: '全天显示' }));
  taken(await publishSiteMessage(house, admin, { ...message, text: '上班时段', hours: 'in_hours' }));
  taken(
    await publishSiteMessage(house, admin, {
      ...message,
      text: '下班时段',
      hours: 'out_of_hours',
      tone: 'warning',
    }),
  );
  const later = { fromAt: '2026-10-12T15:00', untilAt: '2026-10-12T18:00' };
  taken(await publishSiteMessage(house, admin, { ...message, ...later, text: '下午维护' }));
  expect(await shown()).toEqual(['全天显示', '上班时段']);
  house.at('2026-10-12T07:30:00.000Z');
  expect((await shown()).sort()).toEqual(['上班时段', '下午维护', '全天显示'].sort());
  house.at('2026-10-12T12:00:00.000Z');
  expect(await shown()).toEqual(['下班时段', '全天显示']);
  const states = taken(await listSiteMessages(house, admin)).map(({ text, state }) => [text, state]);
  expect(states).toContainEqual(['下午维护', 'over']);
});

it('is taken down once', async () => {
  const [line] = taken(await listSiteMessages(house, admin)).filter(({ text }) => text === '全天显示');
  taken(await withdrawSiteMessage(house, admin, { messageId: line?.id }));
  expect(await shown()).toEqual(['下班时段']);
  expect(await withdrawSiteMessage(house, admin, { messageId: line?.id })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});

it('sends back what cannot be, and is published by system admins alone', async () => {
  const wrong = {
    text: '',
    textEn: 'x',
    tone: 'loud',
    hours: 'sometimes',
    fromAt: '2026-13-01T00:00',
    untilAt: '',
  };
  expect(await publishSiteMessage(house, admin, wrong)).toMatchObject({
    fields: {
      text: 'required',
      textEn: 'too_short',
      tone: 'not_a_choice',
      hours: 'not_a_choice',
      fromAt: 'not_a_date',
    },
  });
  const ended = { ...message, text: '已经结束', untilAt: '2026-10-12T10:00' };
  expect(await publishSiteMessage(house, admin, ended)).toMatchObject({
    fields: { untilAt: 'out_of_range' },
  });
  for (const actor of [cast.triage, cast.clerk, cast.leader])
    expect(await publishSiteMessage(house, actor, { ...message, text: '试试' })).toMatchObject({
      refusal: { code: 'not_found' },
    });
});
