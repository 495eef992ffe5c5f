import { describe, expect, it } from 'vitest';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { anItem, anItemContext, calendar2026, itemAfter, itemHistory, leader } from '../testing/index.ts';
import { leadOfficer, moved2027, outcomeOf, plain2027, triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemEvent } from './item-event.ts';

const now = '2026-12-30T02:00:00.000Z';

function after(
  history: readonly ItemEvent[],
  actor: Actor,
  at: string,
  command: ItemCommand,
  calendar = calendar2026,
) {
  const decision = decideItem(itemAfter(history), command, anItemContext({ actor, now: at, calendar }));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return [...history, ...decision.events];
}

const recompute = (history: readonly ItemEvent[], calendar = moved2027) =>
  outcomeOf(
    decideItem(
      itemAfter(history),
      { type: 'recompute_due' },
      anItemContext({ actor: SYSTEM, now, calendar }),
    ),
  );

/** Assigned on Monday 28 December 2026 for five working days; 2027 is not published. */
describe('provisional dates', () => {
  const assigned = after(itemHistory('registered'), triageAdmin, '2026-12-28T02:00:00.000Z', {
    type: 'assign',
    leadDepartmentId: 'lead-department',
    cooperatingDepartmentIds: [],
    measures: [{ id: 'm-1', text: 'Decide.', departmentId: 'lead-department', dueOn: '2027-01-05' }],
    clock: { start: '2026-12-28T02:00:00.000Z', workingDays: 5 },
  });
  const signed = after(assigned, leadOfficer, '2026-12-29T02:00:00.000Z', { type: 'sign' });
  const before = { date: '2027-01-05', half: 'pm', provisional: true };
  const itemMoved: ItemEvent = {
    type: 'DueDateRecomputed',
    at: now,
    deadline: 'item',
    before: { date: '2027-01-05', half: 'pm', provisional: true },
    due: { date: '2027-01-06', half: 'pm', provisional: false },
  };

  it('move once, with an event, when their year is published', () => {
    expect(recompute(assigned)).toEqual([itemMoved]);
    expect(recompute([...assigned, itemMoved])).toEqual({ code: 'due_unchanged' });
    expect(recompute([...assigned, itemMoved], plain2027)).toEqual({ code: 'due_unchanged' });
  });

  it('stay as they are before', () => {
    expect(recompute(assigned, calendar2026)).toEqual({ code: 'due_unchanged' });
  });

  it('are final where they stand, so that they can be crossed', () => {
    const settled = after(signed, SYSTEM, now, { type: 'recompute_due' }, plain2027);
    const due = { date: '2027-01-05', half: 'pm', provisional: false };
    expect(settled.slice(signed.length)).toMatchObject([
      { deadline: 'item', before, due },
      { deadline: 'heartbeat', due: { date: '2027-01-08', provisional: false } },
    ]);
    const crossing = { type: 'cross_deadlines' } as const;
    const context = anItemContext({ actor: SYSTEM, now: '2027-01-05T16:00:00.000Z', calendar: plain2027 });
    expect(outcomeOf(decideItem(itemAfter(settled), crossing, context))).toMatchObject([
      { deadline: 'item', due },
      { deadline: 'measure' },
    ]);
    expect(outcomeOf(decideItem(itemAfter(signed), crossing, context))).toMatchObject([
      { deadline: 'measure' },
    ]);
  });

  it('do not count silence as signed', () => {
    const late = after(itemHistory('registered'), triageAdmin, '2026-12-31T02:00:00.000Z', {
      type: 'assign',
      leadDepartmentId: 'lead-department',
      cooperatingDepartmentIds: [],
      measures: [{ id: 'm-1', text: 'Decide.', departmentId: 'lead-department', dueOn: '2027-01-05' }],
      clock: { start: '2026-12-31T02:00:00.000Z', workingDays: 5 },
    });
    const silent = (history: readonly ItemEvent[], calendar = calendar2026) =>
      outcomeOf(
        decideItem(
          itemAfter(history),
          { type: 'sign_in_silence' },
          anItemContext({ actor: SYSTEM, now: '2027-01-20T02:00:00.000Z', calendar }),
        ),
      );
    expect(silent(late)).toEqual({ code: 'not_due_yet' });
    const settled = after(late, SYSTEM, now, { type: 'recompute_due' }, moved2027);
    expect(settled.slice(late.length)).toMatchObject([
      { deadline: 'item', due: { date: '2027-01-11' } },
      { deadline: 'sign_for', before: { date: '2027-01-04' }, due: { date: '2027-01-05' } },
    ]);
    expect(silent(settled, moved2027)).toMatchObject([{ deadline: 'sign_for' }, { type: 'ItemSigned' }]);
  });

  it('of a verification move too', () => {
    const verifying = {
      ...anItem().verifying(),
      verificationOpenedAt: '2026-12-30T02:00:00.000Z',
      verificationDue: { date: '2027-01-05', half: 'pm', provisional: true },
    } as const;
    const decision = decideItem(
      verifying,
      { type: 'recompute_due' },
      anItemContext({ actor: SYSTEM, now, calendar: moved2027 }),
    );
    expect(outcomeOf(decision)).toEqual([
      {
        type: 'DueDateRecomputed',
        at: now,
        deadline: 'verification',
        before: { date: '2027-01-05', half: 'pm', provisional: true },
        due: { date: '2027-01-06', half: 'pm', provisional: false },
      },
    ]);
  });
});

/** Due on Monday the 19th, suspended from Thursday the 15th, so that the 16th and the 19th are left. */
describe('a suspension', () => {
  const resume = { type: 'resume', reason: 'Judged.' } as const;
  const resumed = (at: string, history = itemHistory('suspended')) =>
    after(history, triageAdmin, at, resume).slice(history.length);

  it('stops the clock of the item and starts the heartbeat anew', () => {
    const at = '2026-10-28T02:00:00.000Z';
    expect(resumed(at)).toEqual([
      { type: 'ItemResumed', at, reason: 'Judged.' },
      {
        type: 'DueDateRecomputed',
        at,
        deadline: 'item',
        before: { date: '2026-10-19', half: 'pm', provisional: false },
        due: { date: '2026-10-30', half: 'pm', provisional: false },
      },
      {
        type: 'DueDateRecomputed',
        at,
        deadline: 'heartbeat',
        before: { date: '2026-10-26', half: 'pm', provisional: false },
        due: { date: '2026-11-09', half: 'pm', provisional: false },
      },
    ]);
  });

  it('stops the clock for signing', () => {
    const suspended = after(itemHistory('assigned'), leader, '2026-10-12T08:00:00.000Z', {
      type: 'suspend',
      reason: 'Lawsuit',
      reviewOn: '2026-10-30',
    });
    expect(resumed('2026-10-21T02:00:00.000Z', suspended)).toMatchObject([
      { type: 'ItemResumed' },
      { deadline: 'item', due: { date: '2026-10-28' } },
      { deadline: 'sign_for', before: { date: '2026-10-13' }, due: { date: '2026-10-22' } },
    ]);
  });

  it('changes nothing of an item that was late already', () => {
    const suspended = after(itemHistory('overdue'), leader, '2026-10-21T02:00:00.000Z', {
      type: 'suspend',
      reason: 'Lawsuit',
      reviewOn: '2026-10-30',
    });
    const history = after(suspended, triageAdmin, '2026-10-28T02:00:00.000Z', resume);
    expect(history.slice(suspended.length)).toMatchObject([
      { type: 'ItemResumed' },
      { deadline: 'heartbeat' },
    ]);
    const level = (now: string) =>
      outcomeOf(
        decideItem(itemAfter(history), { type: 'cross_deadlines' }, anItemContext({ actor: SYSTEM, now })),
      );
    expect(level('2026-10-30T02:00:00.000Z')).toEqual({ code: 'already_crossed' });
    expect(level('2026-11-02T02:00:00.000Z')).toMatchObject([
      { deadline: 'item', level: 1, due: { date: '2026-10-19' } },
    ]);
  });
});

/** Asked for on Friday the 16th, one working day before the deadline. */
describe('the time with the office', () => {
  it('is given back to what was watched', () => {
    const watched = itemHistory('watched');
    const back = after(watched, triageAdmin, '2026-11-30T02:00:00.000Z', {
      type: 'take_up_again',
      reason: 'Seals again.',
    });
    expect(back.slice(watched.length)).toMatchObject([
      { type: 'ItemTakenUpAgain', nextReportDue: { date: '2026-12-10' } },
      { deadline: 'item', before: { date: '2026-10-19' }, due: { date: '2026-12-01' } },
    ]);
  });

  it('is counted once where it was suspended meanwhile', () => {
    const suspended = after(itemHistory('watched'), leader, '2026-11-02T02:00:00.000Z', {
      type: 'suspend',
      reason: 'Lawsuit',
      reviewOn: '2026-11-20',
    });
    const resumed = after(suspended, triageAdmin, '2026-11-09T02:00:00.000Z', {
      type: 'resume',
      reason: 'On.',
    });
    expect(resumed.slice(suspended.length)).toMatchObject([{ type: 'ItemResumed' }]);
    expect(resumed.slice(suspended.length)).toHaveLength(1);
    const back = itemAfter(
      after(resumed, triageAdmin, '2026-11-30T02:00:00.000Z', { type: 'take_up_again', reason: 'Again.' }),
    );
    expect(back).toMatchObject({
      interruptions: [
        {
          leftAt: '2026-10-16T07:00:00.000Z',
          backAt: '2026-11-30T02:00:00.000Z',
          reason: 'with_the_office',
        },
      ],
    });
  });

  it('gives the last day back to a request made on it', () => {
    const [asked, opened] = ['2026-10-19T07:00:00.000Z', '2026-10-20T01:00:00.000Z'];
    const requested = after(itemHistory('ready'), leadOfficer, asked, {
      type: 'request_strike_off',
      claim: 'Done.',
    });
    const verifying = itemHistory('verified_unresolved').slice(itemHistory('strike_off_requested').length);
    const history = [...requested, ...verifying.map((event) => ({ ...event, at: opened }))];
    const rework = after(history, triageAdmin, '2026-10-22T02:00:00.000Z', {
      type: 'send_to_rework',
      reason: 'No seal.',
    });
    expect(rework.at(-1)).toMatchObject({ deadline: 'item', due: { date: '2026-10-23' } });
  });
});
