import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../people/actor.ts';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { anItem, anItemContext, itemAfter, itemHistory, outcomeOf } from '../testing/index.ts';
import { cardsOfItemEvent } from '../card/cards-of-event.ts';
import { scoreSupervision } from '../appraisal/score-supervision.ts';
import { DEFAULT_CARDS } from '../policy/card-policy.ts';
import { DEFAULT_SCORING } from '../policy/scoring-policy.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import { isNear, nearUntil } from './near-deadlines.ts';
import type { SupervisionItem } from './supervision-item.ts';

const look = (state: SupervisionItem, now: string, deadlines = DEFAULT_DEADLINES) =>
  decideItem(state, { type: 'near_deadlines' }, anItemContext({ actor: SYSTEM, now, deadlines }));

function near(...given: Parameters<typeof look>): readonly string[] | string {
  const outcome = outcomeOf(look(...given));
  if ('code' in outcome) return outcome.code;
  return outcome.map((event) =>
    event.type === 'DeadlineNeared'
      ? `${event.deadline} ${event.due.date} ${event.departmentId}`.trim()
      : event.type,
  );
}

function after(state: SupervisionItem, now: string): SupervisionItem {
  const decision = look(state, now);
  return decision.ok ? decision.events.reduce<SupervisionItem>(evolveItem, state) : state;
}

/** Five working days to Monday 19 October, the measures done: on Friday the 16th four of the five are used. */
const READY = anItem().ready();
const THURSDAY = '2026-10-15T15:59:59.999Z';
const FRIDAY = '2026-10-15T16:00:00.000Z';
const item = {
  deadline: 'item',
  ref: '',
  due: { date: '2026-10-19', half: 'pm', provisional: false },
} as const;

describe('a date that comes near', () => {
  it('is told once, when 80 % of the term are used', () => {
    expect(near(READY, THURSDAY)).toBe('nothing_near');
    expect(near(READY, FRIDAY)).toEqual(['item 2026-10-19 lead-department']);
    expect(near(after(READY, FRIDAY), '2026-10-18T02:00:00.000Z')).toBe('nothing_near');
  });

  it('is told from so many working days before where the policy says so, or by another share', () => {
    const three = { ...DEFAULT_DEADLINES, approachWorkingDays: 3 };
    expect(near(READY, '2026-10-14T02:00:00.000Z', three)).toEqual(['item 2026-10-19 lead-department']);
    expect(near(READY, '2026-10-13T02:00:00.000Z', three)).toBe('nothing_near');
    const half = { ...DEFAULT_DEADLINES, approachShare: 50 };
    expect(near(READY, '2026-10-14T15:59:00.000Z', half)).toBe('nothing_near');
    expect(near(READY, '2026-10-15T02:00:00.000Z', half)).toEqual(['item 2026-10-19 lead-department']);
  });

  it('is that of a measure, a report, a signature or a verification too, told to whoever owes it', () => {
    // Three working days from the assignment to the measure's: near on its day.
    expect(near(anItem().advancing(), '2026-10-15T02:00:00.000Z')).toEqual([
      'measure 2026-10-15 cooperating-department',
    ]);
    // The report of Monday the 26th, six working days after the 16th: near from the Friday before.
    expect(near(after(READY, FRIDAY), '2026-10-23T02:00:00.000Z')).toEqual([
      'heartbeat 2026-10-26 lead-department',
    ]);
    expect(near(anItem().assigned(), '2026-10-13T02:00:00.000Z')).toEqual([
      'sign_for 2026-10-13 lead-department',
    ]);
    expect(near(anItem().verifying(), '2026-10-22T02:00:00.000Z')).toEqual(['verification 2026-10-22']);
  });

  it('is none once it is over, on a provisional date, or while the complainant is asked', () => {
    expect(near(READY, '2026-10-20T02:00:00.000Z')).toBe('nothing_near');
    const until = { date: '2026-10-30', half: 'pm', provisional: false } as const;
    const asked = itemAfter([
      ...itemHistory('ready'),
      { type: 'ClocksPaused', at: '2026-10-16T01:30:00.000Z', until },
    ]);
    expect(near(asked, '2026-10-19T02:00:00.000Z')).toBe('nothing_near');
    const before = { date: '2026-10-19', half: 'pm', provisional: false } as const;
    const provisional = itemAfter([
      ...itemHistory('ready'),
      {
        type: 'DueDateRecomputed',
        at: FRIDAY,
        deadline: 'item',
        before,
        due: { ...before, provisional: true },
      },
    ]);
    expect(near(provisional, FRIDAY)).toBe('nothing_near');
  });

  it('is near until it is over, and no more once the date has moved', () => {
    const told = after(READY, FRIDAY);
    expect([isNear(told, item, FRIDAY), nearUntil(told)]).toEqual([true, '2026-10-19']);
    expect(isNear(told, item, '2026-10-20T02:00:00.000Z')).toBe(false);
    const moved = evolveItem(told, {
      ...{ type: 'DueDateRecomputed', at: FRIDAY, deadline: 'item', before: item.due },
      due: { ...item.due, date: '2026-10-26' },
    });
    expect(nearUntil(moved)).toBeNull();
    expect(near(moved, '2026-10-23T02:00:00.000Z')).toContain('item 2026-10-26 lead-department');
  });

  it('brings no card and no points', () => {
    const told = after(READY, FRIDAY);
    const event = { type: 'DeadlineNeared', at: FRIDAY, departmentId: 'lead-department', ...item } as const;
    expect(cardsOfItemEvent(event, told, DEFAULT_CARDS)).toEqual([]);
    expect(scoreSupervision(event, DEFAULT_SCORING, 0)).toEqual([]);
  });
});
