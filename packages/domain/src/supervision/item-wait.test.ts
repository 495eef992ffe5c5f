import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, countWorkingDays, instantAt } from '../calendar/index.ts';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { aComplaint, anItemContext, calendar2026, itemAfter, itemHistory } from '../testing/index.ts';
import { leader, leadHead, leadOfficer, outcomeOf, triageAdmin } from '../testing/index.ts';
import { daysUsed } from './days-used.ts';
import { decideItem } from './decide-item.ts';
import { departmentReckoning } from './department-clock.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemEvent } from './item-event.ts';
import { clockCommand, interruptionsUntil, listedDeadline } from './item-wait.ts';
import { assignmentOf } from './supervision-item.ts';

const until = { date: '2026-10-29', half: 'pm', provisional: false } as const;
const pause = { type: 'pause_clocks', until } as const;
const resume = { type: 'resume_clocks' } as const;
const look = { type: 'cross_deadlines' } as const;

type Step = readonly [now: string, command: ItemCommand, actor?: Actor];

const give = (events: readonly ItemEvent[], now: string, command: ItemCommand, actor: Actor = SYSTEM) =>
  outcomeOf(decideItem(itemAfter(events), command, anItemContext({ actor, now })));

function after(history: readonly ItemEvent[], ...steps: readonly Step[]): readonly ItemEvent[] {
  return steps.reduce<readonly ItemEvent[]>((events, [now, command, actor = SYSTEM]) => {
    const decision = decideItem(itemAfter(events), command, anItemContext({ actor, now }));
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    return [...events, ...decision.events];
  }, history);
}

const due = (date: string) => ({ date, half: 'pm', provisional: false }) as const;
const deadlineIn = (events: readonly ItemEvent[]) => assignmentOf(itemAfter(events))?.deadline.date;

/**
 * Given on Monday 12 October 2026 with 5 working days, to Monday the 19th. On Thursday the 15th the complainant is asked, with
 * time until the 29th, and answers on Thursday the 22nd: the 13th to the 15th are used, the 16th and the 19th to the 22nd do
 * not count, the 23rd and the 26th are left.
 */
const askedAt = '2026-10-15T03:00:00.000Z';
const answeredAt = '2026-10-22T06:00:00.000Z';
const waiting = after(itemHistory('advancing'), [askedAt, pause]);
const answered = after(waiting, [answeredAt, resume]);

describe('a question to the complainant', () => {
  it('moves the date and the next report once it is answered', () => {
    expect(waiting.slice(itemHistory('advancing').length)).toEqual([
      { type: 'ClocksPaused', at: askedAt, until },
    ]);
    expect(answered.slice(waiting.length)).toEqual([
      { type: 'ClocksResumed', at: answeredAt, backAt: answeredAt },
      {
        type: 'DueDateRecomputed',
        at: answeredAt,
        deadline: 'item',
        before: due('2026-10-19'),
        due: due('2026-10-26'),
      },
      {
        type: 'DueDateRecomputed',
        at: answeredAt,
        deadline: 'heartbeat',
        before: due('2026-10-26'),
        due: due('2026-11-02'),
      },
    ]);
  });

  it('is named by the proof of the date, day by day', () => {
    const { proof } = departmentReckoning(
      { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
      interruptionsUntil(itemAfter(answered), answeredAt),
      calendar2026,
    );
    expect(proof.map(({ date, verdict, name }) => `${date.slice(-2)} ${verdict} ${name ?? ''}`)).toEqual([
      '12 start ',
      '13 counted ',
      '14 counted ',
      '15 counted ',
      '16 paused awaiting_complainant',
      '17 weekend ',
      '18 weekend ',
      '19 paused awaiting_complainant',
      '20 paused awaiting_complainant',
      '21 paused awaiting_complainant',
      '22 paused awaiting_complainant',
      '23 counted ',
      '24 weekend ',
      '25 weekend ',
      '26 due ',
    ]);
  });

  it('leaves no crossing on any of its days, and the first one when the moved date is over', () => {
    for (const day of ['20', '21', '22'])
      expect(give(waiting, `2026-10-${day}T02:00:00.000Z`, look)).toEqual({ code: 'already_crossed' });
    const measures = give(answered, '2026-10-23T02:00:00.000Z', look);
    expect(measures).toMatchObject([{ deadline: 'measure' }, { deadline: 'measure' }]);
    expect(give(answered, '2026-10-26T15:59:59.999Z', look)).toMatchObject([
      { deadline: 'measure' },
      { deadline: 'measure' },
    ]);
    expect(give(answered, '2026-10-26T16:00:00.000Z', look)).toMatchObject([
      { deadline: 'item', level: 0, due: due('2026-10-26') },
      { deadline: 'measure' },
      { deadline: 'measure' },
    ]);
  });

  it('has its days shown as the complainant’s, as they were reckoned', () => {
    expect(daysUsed(answered, '2026-10-26T08:00:00.000Z', calendar2026)?.sums).toEqual({
      lead: 5,
      cooperating: 0,
      complainant: 5,
      office: 0,
    });
    expect(daysUsed(waiting, '2026-10-20T08:00:00.000Z', calendar2026)?.sums).toMatchObject({
      lead: 3,
      complainant: 3,
    });
  });

  it('ends with its time, however late that is noticed', () => {
    const noticed = '2026-11-03T02:00:00.000Z';
    const crossed = after(waiting, [noticed, look]);
    expect(crossed.slice(waiting.length)).toMatchObject([
      { type: 'ClocksResumed', at: noticed, backAt: '2026-10-29T15:59:59.999Z' },
      { deadline: 'item', due: due('2026-11-02') },
      { deadline: 'heartbeat', due: due('2026-11-09') },
      { type: 'DeadlineCrossed', deadline: 'item', level: 0, due: due('2026-11-02') },
      { type: 'DeadlineCrossed', deadline: 'measure' },
      { type: 'DeadlineCrossed', deadline: 'measure' },
    ]);
    expect(daysUsed(crossed, noticed, calendar2026)?.sums).toMatchObject({ lead: 6, complainant: 10 });
    expect(after(waiting, [noticed, resume]).slice(waiting.length)).toEqual(
      crossed.slice(waiting.length, waiting.length + 3),
    );
  });

  it('gives the last day back where it is asked on it', () => {
    const last = after(itemHistory('ready'), ['2026-10-19T07:00:00.000Z', pause]);
    expect(deadlineIn(after(last, ['2026-10-21T07:00:00.000Z', resume]))).toBe('2026-10-22');
  });

  it('gives nothing back where it is answered the same day', () => {
    const same = after(itemHistory('advancing'), [askedAt, pause], ['2026-10-15T08:00:00.000Z', resume]);
    expect(deadlineIn(same)).toBe('2026-10-19');
  });

  it('moves no date that was over, but its days are not counted as late', () => {
    const late = after(itemHistory('ready'), ['2026-10-20T02:00:00.000Z', pause]);
    expect(late.slice(-2)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'item', level: 0 },
      { type: 'ClocksPaused' },
    ]);
    const on = after(late, ['2026-10-27T02:00:00.000Z', resume]);
    expect(deadlineIn(on)).toBe('2026-10-19');
    // The 20th, then the 28th to the 30th and 2 November: the fifth day late.
    expect(give(on, '2026-10-30T15:00:00.000Z', look)).toEqual({ code: 'already_crossed' });
    expect(give(on, '2026-11-02T02:00:00.000Z', look)).toMatchObject([{ deadline: 'item', level: 1 }]);
  });

  it('is counted once where the item was suspended meanwhile', () => {
    const suspended = after(waiting, [
      '2026-10-20T02:00:00.000Z',
      { type: 'suspend', reason: 'Lawsuit', reviewOn: '2026-11-10' },
      leader,
    ]);
    const reply = after(suspended, [answeredAt, resume]);
    expect(reply.slice(suspended.length)).toMatchObject([{ type: 'ClocksResumed' }]);
    const back = after(reply, [
      '2026-10-27T02:00:00.000Z',
      { type: 'resume', reason: 'Judged.' },
      triageAdmin,
    ]);
    // The 16th to the 27th do not count: the 28th and the 29th are left.
    expect(deadlineIn(back)).toBe('2026-10-29');
  });

  it('stops the clocks for signing and for returning', () => {
    const asked = after(itemHistory('assigned'), ['2026-10-12T08:00:00.000Z', pause]);
    const late = '2026-10-16T02:00:00.000Z';
    expect(give(asked, late, { type: 'sign_in_silence' })).toEqual({ code: 'not_due_yet' });
    const giveBack = { type: 'return', reason: 'Not ours.', legalBasis: 'No. 7' } as const;
    expect(give(asked, late, giveBack, leadHead)).toMatchObject([{ type: 'ItemReturned' }]);
    const on = after(asked, ['2026-10-15T02:00:00.000Z', resume]);
    expect(on.slice(asked.length)).toMatchObject([
      { type: 'ClocksResumed' },
      { deadline: 'item', due: due('2026-10-22') },
      { deadline: 'sign_for', before: due('2026-10-13'), due: due('2026-10-16') },
    ]);
  });

  it('takes a request or an extension in time that was in time when it was asked', () => {
    const now = '2026-10-21T02:00:00.000Z';
    const more = { type: 'request_extension', workingDays: 3, reason: 'A hearing.' } as const;
    expect(give(waiting, now, more, leadHead)).toMatchObject([{ type: 'ExtensionRequested' }]);
    const ready = after(itemHistory('ready'), ['2026-10-16T03:00:00.000Z', pause]);
    const requested = after(ready, [now, { type: 'request_strike_off', claim: 'Done.' }, leadOfficer]);
    const found = itemHistory('verified_resolved').slice(itemHistory('strike_off_requested').length);
    const verified = [...requested, ...found.map((event) => ({ ...event, at: now }))];
    expect(give(verified, '2026-10-22T02:00:00.000Z', { type: 'strike_off' }, triageAdmin)).toMatchObject([
      { type: 'ItemStruckOff', isOnTime: true },
    ]);
  });

  it('while the item is registered is given back when it is assigned', () => {
    const asked = after(
      itemHistory('registered'),
      ['2026-10-12T03:00:00.000Z', pause],
      ['2026-10-14T02:00:00.000Z', resume],
    );
    const given = after(asked, [
      '2026-10-14T03:00:00.000Z',
      {
        type: 'assign',
        leadDepartmentId: 'lead-department',
        cooperatingDepartmentIds: [],
        measures: [{ id: 'm', text: 'Issue it.', departmentId: 'lead-department', dueOn: '2026-10-21' }],
        clock: { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
      },
      triageAdmin,
    ]);
    expect(deadlineIn(given)).toBe('2026-10-21');
  });

  it('lets no list call the item late while it lasts', () => {
    const state = itemAfter(waiting);
    expect(listedDeadline(due('2026-10-19'), state)).toEqual(until);
    expect(listedDeadline(due('2026-11-19'), state)).toEqual(due('2026-11-19'));
    expect(listedDeadline(due('2026-10-14'), state)).toEqual(due('2026-10-14'));
    expect(listedDeadline(due('2026-10-19'), itemAfter(answered))).toEqual(due('2026-10-19'));
  });
});

describe('whether the clocks of an item stand still', () => {
  const now = '2026-10-20T02:00:00.000Z';
  const working = aComplaint().underSupervision();
  const asked = (date: string, provisional = false) => {
    const state = aComplaint().awaitingComplainant();
    return { ...state, clock: { ...state.clock, due: { ...due(date), provisional } } };
  };
  const running = itemAfter(itemHistory('advancing'));
  const still = itemAfter(waiting);

  test.each([
    ['the only one waits', [asked('2026-10-29')], pause],
    ['one of two waits', [asked('2026-10-29'), working], null],
    ['both wait, until the first is over', [asked('2026-11-02'), asked('2026-10-29')], pause],
    ['the other is answered', [asked('2026-10-29'), aComplaint().answered()], pause],
    ['the other is disputed', [asked('2026-10-29'), aComplaint().disputed()], null],
    ['the wait of one is over', [asked('2026-10-19')], null],
    ['none is open', [aComplaint().closed()], null],
    ['it is of another item', [{ ...asked('2026-10-29'), itemId: 'item-2' }], null],
  ] as const)('of running clocks: %s', (_, complaints, command) => {
    expect(clockCommand(running, complaints, now)).toEqual(command);
  });

  test.each([
    ['it goes on as it is', [asked('2026-10-29')], null],
    ['a second one is worked on', [asked('2026-10-29'), working], resume],
    ['none waits any more', [working], resume],
    ['all were withdrawn', [aComplaint().withdrawn()], resume],
    [
      'the year was published',
      [asked('2026-10-29', true)],
      { ...pause, until: { ...until, provisional: true } },
    ],
    ['another waits longer', [asked('2026-11-02')], { ...pause, until: due('2026-11-02') }],
  ] as const)('of clocks standing still: %s', (_, complaints, command) => {
    expect(clockCommand(still, complaints, now)).toEqual(command);
  });
});

test('a question costs the departments not one working day, whenever it is asked and answered', () => {
  const day = fc.integer({ min: 1, max: 40 });
  const hour = fc.integer({ min: 0, max: 23 });
  const monday = '2026-10-12';
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), hour, day, hour, (from, fromHour, lasts, toHour) => {
      const moment = (days: number, at: number) =>
        new Date(Date.parse(instantAt(addDays(monday, days), '00:00')) + at * 3_600_000).toISOString();
      const answeredOn = addDays(monday, from + lasts);
      const asked = after(itemHistory('advancing'), [moment(from, fromHour), pause]);
      const reply = after(asked, [moment(from + lasts, toHour), resume]);
      const lastDay = answeredOn < until.date ? answeredOn : until.date;
      const deadline = deadlineIn(reply) ?? '';
      const paused = countWorkingDays(calendar2026, addDays(monday, from), lastDay);
      expect(countWorkingDays(calendar2026, monday, deadline)).toBe(5 + paused);
      const used = daysUsed(reply, moment(60, 0), calendar2026)?.sums;
      expect(used?.complainant).toBe(paused);
      for (let days = from; addDays(monday, days) <= lastDay; days += 1)
        if (moment(days, 23) > moment(from, fromHour))
          expect(give(asked, moment(days, 23), look)).toEqual({ code: 'already_crossed' });
    }),
    { numRuns: 200 },
  );
});
