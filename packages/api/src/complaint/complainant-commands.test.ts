import { loadComplaint, readStream } from '@bihuan/db';
import { SYSTEM } from '@bihuan/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { confirmAnswer } from './confirm-answer.ts';
import { disputeAnswer } from './dispute-answer.ts';
import { rateComplaint } from './rate-complaint.ts';
import { reopenComplaint } from './reopen-complaint.ts';
import { replyToQuestion } from './reply-to-question.ts';
import { supplementComplaint } from './supplement-complaint.ts';
import { aClosedComplaint, anAnsweredComplaint, give, theComplainant } from './testing/answered.ts';
import { urgeComplaint } from './urge-complaint.ts';
import { withdrawComplaint } from './withdraw-complaint.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const stateOf = async (complaintId: string) => (await loadComplaint(house.db, complaintId))?.state;
const typesOf = async (complaintId: string) =>
  (await readStream(house.db, complaintId)).map((event) => event.type);

describe('commands of the complainant', () => {
  it('are not found for anybody else, and change nothing', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const other = theComplainant('00000000-0000-4000-8000-000000000001');
    expect(refusalOf(await withdrawComplaint(house, other, { complaintId, reason: '不想等了' }))).toBe(
      'not_found',
    );
    expect(refusalOf(await urgeComplaint(house, cast.triage, { complaintId }))).toBe('not_authorised');
    expect(await typesOf(complaintId)).toEqual(['ComplaintSubmitted', 'ComplaintAccepted']);
  });

  it('change nothing when the same form comes twice, at once or later', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const form = { complaintId, version: 2, text: '补充：窗口号为 12 号。' };
    const send = () => supplementComplaint(house, theComplainant(complaintId), form);
    const both = await Promise.all([send(), send()]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    expect(await send()).toMatchObject({ ok: true });
    expect(await typesOf(complaintId)).toEqual([
      'ComplaintSubmitted',
      'ComplaintAccepted',
      'ComplaintSupplemented',
    ]);
  });

  it('take a supplement written before the office went on, but no judgement of an answer not seen', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    const { length: now } = await readStream(house.db, complaintId);
    expect(
      refusalOf(await confirmAnswer(house, theComplainant(complaintId), { complaintId, version: now - 1 })),
    ).toBe('stale');
    const accepted = await anAcceptedComplaint(house, cast);
    expect(
      await supplementComplaint(house, theComplainant(accepted), {
        complaintId: accepted,
        version: 1,
        text: '还有一份回执',
      }),
    ).toMatchObject({ ok: true });
  });

  it('ask for what is missing', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    expect(
      await withdrawComplaint(house, theComplainant(complaintId), { complaintId, reason: ' 算' }),
    ).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { reason: 'too_short' },
    });
    expect(await rateComplaint(house, theComplainant(complaintId), { complaintId, level: 'super' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { level: 'not_a_choice' },
    });
  });
});

describe('replyToQuestion', () => {
  it('brings the case back with the days of waiting paused', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    await give(house, cast.triage, complaintId, { type: 'ask_complainant', question: '是哪个窗口？' });
    house.at('2026-10-14T02:00:00.000Z');
    taken(await replyToQuestion(house, theComplainant(complaintId), { complaintId, text: '12 号窗口' }));
    expect(await stateOf(complaintId)).toMatchObject({
      status: 'under_supervision',
      clock: { due: { date: '2026-10-21' }, pauses: [{ from: '2026-10-13', to: '2026-10-14' }] },
    });
  });
});

describe('confirmAnswer and disputeAnswer', () => {
  it('close the case, or send it into another round', async () => {
    const { complaintId: closed } = await aClosedComplaint(house, cast);
    expect(await stateOf(closed)).toMatchObject({ status: 'closed', by: 'confirmation' });
    const { complaintId: disputed } = await anAnsweredComplaint(house, cast);
    taken(
      await disputeAnswer(house, theComplainant(disputed), { complaintId: disputed, reason: '问题没有解决' }),
    );
    expect(await stateOf(disputed)).toMatchObject({ status: 'disputed', reason: '问题没有解决' });
  });
});

describe('rateComplaint', () => {
  it('takes several ratings within 14 days and keeps them all, then no more', async () => {
    const { complaintId } = await aClosedComplaint(house, cast);
    const rate = (level: string) =>
      rateComplaint(house, theComplainant(complaintId), { complaintId, level, comment: '' });
    taken(await rate('dissatisfied'));
    house.at('2026-10-26T15:59:00.000Z');
    taken(await rate('basically_satisfied'));
    house.at('2026-10-26T16:00:00.000Z');
    expect(refusalOf(await rate('satisfied'))).toBe('rating_closed');
    const rows = await house.db.prisma.ratingRow.findMany({
      where: { complaintId },
      orderBy: { ordinal: 'asc' },
    });
    expect(rows.map(({ level }) => level)).toEqual(['dissatisfied', 'basically_satisfied']);
  });
});

describe('reopenComplaint', () => {
  const reason = '同样的问题又出现了';

  it('reopens within 15 days, not on the sixteenth', async () => {
    const { complaintId: inTime } = await aClosedComplaint(house, cast);
    house.at('2026-10-27T15:59:00.000Z');
    expect(
      taken(await reopenComplaint(house, theComplainant(inTime), { complaintId: inTime, reason })).status,
    ).toBe('reopened');
    house.at('2026-10-12T01:00:00.000Z');
    const { complaintId: late } = await aClosedComplaint(house, cast);
    house.at('2026-10-27T16:00:00.000Z');
    expect(refusalOf(await reopenComplaint(house, theComplainant(late), { complaintId: late, reason }))).toBe(
      'reopen_closed',
    );
  });

  it('is refused to a case closed in silence as to any other that is not closed', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    expect(
      refusalOf(await reopenComplaint(house, theComplainant(complaintId), { complaintId, reason })),
    ).toBe('illegal_move');
    house.at('2026-10-19T16:00:00.000Z');
    await give(house, SYSTEM, complaintId, { type: 'close_in_silence' });
    expect(await reopenComplaint(house, theComplainant(complaintId), { complaintId, reason })).toMatchObject({
      ok: true,
    });
  });
});

describe('withdrawComplaint', () => {
  it('ends the case with its reason', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    taken(
      await withdrawComplaint(house, theComplainant(complaintId), { complaintId, reason: '窗口已经办好了' }),
    );
    expect(await stateOf(complaintId)).toMatchObject({ status: 'withdrawn', itemId: null });
    expect(
      refusalOf(
        await supplementComplaint(house, theComplainant(complaintId), { complaintId, text: '再补一份' }),
      ),
    ).toBe('illegal_move');
  });
});

describe('urgeComplaint', () => {
  it('urges once per three working days and says from when again', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    taken(await urgeComplaint(house, theComplainant(complaintId), { complaintId }));
    house.at('2026-10-14T15:59:00.000Z');
    expect(await urgeComplaint(house, theComplainant(complaintId), { complaintId })).toEqual({
      ok: false,
      kind: 'refusal',
      refusal: { code: 'urged_too_often', data: { next: '2026-10-15' } },
    });
    house.at('2026-10-14T16:00:00.000Z');
    taken(await urgeComplaint(house, theComplainant(complaintId), { complaintId }));
    expect(await stateOf(complaintId)).toMatchObject({ urges: 2 });
  });
});
