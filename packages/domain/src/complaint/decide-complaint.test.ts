import { describe, expect, it, test } from 'vitest';
import { SYSTEM } from '../people/actor.ts';
import { aComplaint, aComplaintContext, complainant, complaintAfter } from '../testing/index.ts';
import { complaintHistory, outcomeOf } from '../testing/index.ts';
import type { Complaint } from './complaint.ts';
import { decideComplaint } from './decide-complaint.ts';

const disposed = { isDisposed: true, isStruckOff: false, concernedDepartmentIds: [] };

describe('publishing an answer', () => {
  const publish = (outcome: 'solved' | 'explained', item: typeof disposed | null) =>
    outcomeOf(
      decideComplaint(
        aComplaint().underSupervision(),
        { type: 'publish_answer', outcome, text: 'Done.' },
        aComplaintContext({ now: '2026-10-16T07:00:00.000Z', item }),
      ),
    );

  it('waits for the item', () => {
    expect(publish('explained', null)).toEqual({ code: 'no_item' });
    expect(publish('explained', { ...disposed, isDisposed: false })).toEqual({ code: 'item_not_disposed' });
    expect(publish('explained', disposed)).toMatchObject([{ type: 'AnswerPublished', outcome: 'explained' }]);
  });

  it('says solved only of an item struck off', () => {
    expect(publish('solved', disposed)).toEqual({ code: 'solved_needs_strike_off' });
    expect(publish('solved', { ...disposed, isStruckOff: true })).toMatchObject([{ outcome: 'solved' }]);
  });

  it('gives the complainant five working days', () => {
    expect(publish('explained', disposed)).toMatchObject([
      { clock: { kind: 'confirmation', due: { date: '2026-10-23', half: 'pm' } } },
    ]);
  });
});

describe('silence', () => {
  const close = (now: string) =>
    outcomeOf(
      decideComplaint(
        aComplaint().answered(),
        { type: 'close_in_silence' },
        aComplaintContext({ actor: SYSTEM, now }),
      ),
    );

  it('closes after five working days and is kept as silence', () => {
    expect(close('2026-10-23T15:59:59.999Z')).toEqual({ code: 'not_due_yet' });
    const at = '2026-10-23T16:00:00.000Z';
    expect(close(at)).toEqual([{ type: 'ComplaintClosedInSilence', at }]);
    const closed = complaintAfter([
      ...complaintHistory('answered'),
      { type: 'ComplaintClosedInSilence', at },
    ]);
    expect(closed).toMatchObject({ status: 'closed', by: 'silence', ratings: [], callbacks: [] });
  });
});

describe('a dispute', () => {
  const place = (state: Complaint, itemId: string, item: typeof disposed) =>
    outcomeOf(
      decideComplaint(
        state,
        { type: 'place_under_supervision', itemId },
        aComplaintContext({ now: '2026-10-20T02:00:00.000Z', item }),
      ),
    );
  const open = { ...disposed, isDisposed: false };

  it('leads to the next round with a clock of its own', () => {
    const at = '2026-10-20T02:00:00.000Z';
    const clock = {
      kind: 'resolution',
      start: at,
      workingDays: 5,
      pauses: [],
      due: { date: '2026-10-27', half: 'pm', provisional: false },
    };
    expect(place(aComplaint().disputed(), 'item-1', open)).toEqual([
      { type: 'ComplaintPlacedUnderSupervision', at, itemId: 'item-1', round: 2, clock },
    ]);
  });

  it('does not rest on the verification that was disputed', () => {
    expect(place(aComplaint().disputed(), 'item-1', disposed)).toEqual({
      code: 'illegal_move',
      data: { status: 'disputed', command: 'place_under_supervision' },
    });
    expect(place(aComplaint().disputed(), 'item-2', disposed)).toMatchObject([
      { itemId: 'item-2', round: 2 },
    ]);
  });

  it('has its like in reopening', () => {
    const decision = decideComplaint(
      aComplaint().reopened(),
      { type: 'place_under_supervision', itemId: 'item-1' },
      aComplaintContext({ now: '2026-10-26T03:00:00.000Z', item: open }),
    );
    expect(outcomeOf(decision)).toMatchObject([{ round: 2, clock: { due: { date: '2026-11-02' } } }]);
  });

  it('is no first round: that goes on with the clock of acceptance', () => {
    expect(place(aComplaint().accepted(), 'item-1', open)).toMatchObject([
      { round: 1, clock: { start: '2026-10-12T02:00:00.000Z', due: { date: '2026-10-19' } } },
    ]);
  });
});

/** Answered on Friday 16 October 2026. */
describe('a rating', () => {
  const rate = (state: Complaint, now: string) =>
    outcomeOf(
      decideComplaint(
        state,
        { type: 'rate', level: 'very_dissatisfied', comment: 'No.' },
        aComplaintContext({ actor: complainant, now }),
      ),
    );

  it('is taken for fourteen days', () => {
    const at = '2026-10-30T15:59:59.999Z';
    expect(rate(aComplaint().closed(), at)).toEqual([
      { type: 'ComplaintRated', at, level: 'very_dissatisfied', comment: 'No.' },
    ]);
    expect(rate(aComplaint().closed(), '2026-10-30T16:00:00.000Z')).toEqual({ code: 'rating_closed' });
  });

  it('may be changed, and all are kept', () => {
    const rated = complaintAfter([
      ...complaintHistory('closed'),
      { type: 'ComplaintRated', at: '2026-10-20T02:00:00.000Z', level: 'satisfied', comment: '' },
      {
        type: 'ComplaintRated',
        at: '2026-10-21T02:00:00.000Z',
        level: 'dissatisfied',
        comment: 'After all.',
      },
    ]);
    expect(rated.ratings).toEqual([
      { at: '2026-10-20T02:00:00.000Z', level: 'satisfied', comment: '' },
      { at: '2026-10-21T02:00:00.000Z', level: 'dissatisfied', comment: 'After all.' },
    ]);
  });

  it('of what was settled on the spot counts from the settling', () => {
    expect(rate(aComplaint().settledOnTheSpot(), '2026-10-26T15:00:00.000Z')).toMatchObject([
      { type: 'ComplaintRated' },
    ]);
    expect(rate(aComplaint().settledOnTheSpot(), '2026-10-26T16:00:00.000Z')).toEqual({
      code: 'rating_closed',
    });
  });
});

describe('urging', () => {
  test.each([
    ['2026-10-13T03:00:00.000Z', { code: 'urged_too_often', data: { next: '2026-10-16' } }],
    ['2026-10-15T15:59:59.999Z', { code: 'urged_too_often', data: { next: '2026-10-16' } }],
    ['2026-10-15T16:00:00.000Z', [{ type: 'ComplaintUrged', at: '2026-10-15T16:00:00.000Z' }]],
  ])('again at %s, three working days after Tuesday the 13th', (now, outcome) => {
    const urged = complaintAfter([
      ...complaintHistory('under_supervision'),
      { type: 'ComplaintUrged', at: '2026-10-13T02:00:00.000Z' },
    ]);
    const decision = decideComplaint(urged, { type: 'urge' }, aComplaintContext({ actor: complainant, now }));
    expect(outcomeOf(decision)).toEqual(outcome);
  });

  it('is counted', () => {
    const urged = complaintAfter([
      ...complaintHistory('under_supervision'),
      { type: 'ComplaintUrged', at: '2026-10-13T02:00:00.000Z' },
      { type: 'ComplaintUrged', at: '2026-10-16T02:00:00.000Z' },
    ]);
    expect(urged).toMatchObject({ urges: 2, lastUrgedAt: '2026-10-16T02:00:00.000Z' });
  });
});

describe('merging', () => {
  it('is not into itself', () => {
    const decision = decideComplaint(
      aComplaint().submitted(),
      { type: 'merge', survivorId: 'complaint-1', survivorNumber: 'BH-2026-0001' },
      aComplaintContext(),
    );
    expect(outcomeOf(decision)).toEqual({ code: 'merge_into_itself' });
  });

  test.each(['submitted', 'accepted'] as const)('is undone to where it was: %s', (status) => {
    const before = complaintHistory(status);
    const at = '2026-10-12T04:00:00.000Z';
    const undone = complaintAfter([
      ...before,
      { type: 'ComplaintMerged', at, survivorId: 'complaint-0', survivorNumber: 'BH-2026-0000' },
      { type: 'ComplaintUnmerged', at, reason: 'Another matter.' },
    ]);
    expect(undone).toEqual(complaintAfter(before));
  });
});

it('lets nobody act on the complaint of another', () => {
  const context = aComplaintContext({ actor: { kind: 'complainant', complaintId: 'complaint-2' } });
  expect(outcomeOf(decideComplaint(aComplaint().answered(), { type: 'confirm' }, context))).toEqual({
    code: 'not_authorised',
  });
});
