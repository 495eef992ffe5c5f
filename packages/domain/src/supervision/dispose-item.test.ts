import { describe, expect, it, test } from 'vitest';
import {
  anItem,
  anItemContext,
  findingA,
  findingB,
  itemAfter,
  itemHistory,
  outcomeOf,
} from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { Disposition } from './dispose-item.ts';
import type { SupervisionItem, Verifying } from './supervision-item.ts';

const at = '2026-10-21T01:00:00.000Z';

const dispose = (state: SupervisionItem, command: Disposition) =>
  outcomeOf(decideItem(state, command, anItemContext({ now: at })));

const DISPOSITIONS: readonly Disposition[] = [
  { type: 'strike_off' },
  { type: 'watch', focus: 'Seals', reviewOn: '2026-11-30' },
  { type: 'make_long_running', plan: 'After the reform' },
  { type: 'refer_up', brief: 'Two laws clash.', to: 'Province' },
  { type: 'send_to_rework', reason: 'No seal.' },
];

describe('before two findings agree', () => {
  const one = itemAfter([...itemHistory('verifying'), findingA(true)]);
  test.each(
    DISPOSITIONS.flatMap((command) => [
      [command, 'no finding', anItem().verifying()] as const,
      [command, 'one finding', one] as const,
      [command, 'a disagreement', anItem().inDisagreement()] as const,
    ]),
  )('%j is refused with %s', (command, _name, state) => {
    expect(dispose(state, command)).toEqual({ code: 'two_findings_needed' });
  });
});

describe('striking off', () => {
  const asked = (requestedAt: string): Verifying => ({ ...anItem().verifiedResolved(), requestedAt });

  test.each([
    ['2026-10-16T07:00:00.000Z', true],
    ['2026-10-19T15:59:59.999Z', true],
    ['2026-10-19T16:00:00.000Z', false],
  ])('asked for at %s, due on the 19th, is on time: %s', (requestedAt, isOnTime) => {
    expect(dispose(asked(requestedAt), { type: 'strike_off' })).toEqual([
      { type: 'ItemStruckOff', at, isOnTime, departmentId: 'lead-department', lookBackOn: '2026-11-20' },
    ]);
  });

  it('is refused where both find it unresolved', () => {
    expect(dispose(anItem().verifiedUnresolved(), { type: 'strike_off' })).toEqual({
      code: 'two_findings_needed',
    });
  });
});

describe('the other dispositions', () => {
  it('watch until a day to come', () => {
    const watch = (reviewOn: string) =>
      dispose(anItem().verifiedUnresolved(), { type: 'watch', focus: 'Seals', reviewOn });
    expect(watch('2026-10-21')).toEqual({ code: 'date_in_the_past' });
    expect(watch('2026-10-22')).toEqual([
      { type: 'ItemWatched', at, focus: 'Seals', reviewOn: '2026-10-22' },
    ]);
  });

  it('ask after the long-running in thirty days', () => {
    expect(dispose(anItem().verifiedUnresolved(), { type: 'make_long_running', plan: 'Reform' })).toEqual([
      { type: 'ItemMadeLongRunning', at, plan: 'Reform', inquiryOn: '2026-11-20' },
    ]);
  });

  it('refer up', () => {
    expect(
      dispose(anItem().verifiedUnresolved(), { type: 'refer_up', brief: 'Laws.', to: 'Province' }),
    ).toEqual([{ type: 'ItemReferredUp', at, brief: 'Laws.', to: 'Province', inquiryOn: '2026-11-20' }]);
  });
});

describe('rework', () => {
  const rework = (state: SupervisionItem) => dispose(state, { type: 'send_to_rework', reason: 'No seal.' });
  const unresolved = (...findings: Parameters<typeof itemAfter>[0]) =>
    itemAfter([...itemHistory('verifying'), ...findings]);

  it('is refused where the findings agree that it is resolved', () => {
    expect(rework(anItem().verifiedResolved())).toEqual({ code: 'findings_agree_resolved' });
  });

  it('starts a heartbeat and moves the deadline', () => {
    expect(rework(anItem().verifiedUnresolved())).toEqual(itemHistory('rework').slice(-2).map(reasoned));
  });

  test.each([
    ['nobody says so', findingA(false), findingB(false), false],
    ['A says so', findingA(false, { isFalseRequest: true }), findingB(false), true],
    ['B says so', findingA(false), findingB(false, { isFalseRequest: true }), true],
  ])('is of a false request where %s: %#', (_name, a, b, isFalseRequest) => {
    expect(rework(unresolved(a, b))).toMatchObject([{ isFalseRequest }, { type: 'DueDateRecomputed' }]);
  });

  it('is not of a false request on the word of who found it resolved', () => {
    const c = findingA(false, {
      id: 'finding-C',
      part: 'C',
      kind: 'third_check',
      staffId: 'second-inspector',
    });
    const state = unresolved(findingA(true, { isFalseRequest: true }), findingB(false), c);
    expect(rework(state)).toMatchObject([{ isFalseRequest: false }, { type: 'DueDateRecomputed' }]);
  });

  it('is counted, and its findings give way to those of the next request', () => {
    expect(anItem().rework()).toMatchObject({ status: 'rework', reworks: 1 });
    const history = [
      ...itemHistory('rework'),
      reported,
      { type: 'StrikeOffRequested', at, by: 'x', claim: '' },
    ] as const;
    expect(itemAfter(history)).toMatchObject({ status: 'strike_off_requested', findings: [], reworks: 1 });
  });

  const reported = itemHistory('advancing').at(-1) as ReturnType<typeof itemHistory>[number];

  function reasoned(event: ReturnType<typeof itemHistory>[number]) {
    return event.type === 'ItemSentToRework' ? { ...event, reason: 'No seal.' } : event;
  }
});
