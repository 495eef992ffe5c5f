import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../people/actor.ts';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import {
  anItem,
  anItemContext,
  cooperatingOfficer,
  inspector,
  itemAfter,
  itemHistory,
  leader,
  leadHead,
  leadOfficer,
  outcomeOf,
  secondTriageAdmin,
  triageAdmin,
} from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { escalatedToIds, type Post } from './escalate-item.ts';
import { evolveItem } from './evolve-item.ts';
import type { SupervisionItem } from './supervision-item.ts';

const STAFF = [leadOfficer, leadHead, cooperatingOfficer, triageAdmin, secondTriageAdmin, leader, inspector];

/** Everybody at their desk, but for those named: null where nobody acts for them, otherwise who does. */
function posts(away: Readonly<Record<string, string | null>> = {}, gone: readonly string[] = []): Post[] {
  return STAFF.filter(({ staffId }) => !gone.includes(staffId)).map(({ staffId, departmentId, roles }) => ({
    ...{ staffId, departmentId, roles },
    actingId: staffId in away ? (away[staffId] ?? null) : staffId,
  }));
}

function escalate(
  state: SupervisionItem,
  now: string,
  there: readonly Post[] = posts(),
  deadlines = DEFAULT_DEADLINES,
) {
  return decideItem(
    state,
    { type: 'escalate', posts: there },
    anItemContext({ actor: SYSTEM, now, deadlines }),
  );
}

/** What was written: which deadline, which level, whom it reached, and why somebody else. */
function steps(...given: Parameters<typeof escalate>): readonly string[] | string {
  const outcome = outcomeOf(escalate(...given));
  if ('code' in outcome) return outcome.code;
  return outcome.map((event) =>
    event.type === 'ItemEscalated'
      ? [event.deadline, event.tier, event.staffIds.join('+'), event.missing ?? ''].join(' ').trim()
      : event.type,
  );
}

function after(state: SupervisionItem, now: string, there = posts()): SupervisionItem {
  const decision = escalate(state, now, there);
  return decision.ok ? decision.events.reduce<SupervisionItem>(evolveItem, state) : state;
}

/** The item is due on Monday 19 October; the measures are done. */
const READY = anItem().ready();
const TUESDAY = '2026-10-20T02:00:00.000Z';
const WEDNESDAY = '2026-10-21T02:00:00.000Z';
const NEXT_MONDAY = '2026-10-26T02:00:00.000Z';

describe('escalating', () => {
  it('goes up one level at a time, by working days', () => {
    expect(steps(READY, '2026-10-19T15:59:59.999Z')).toBe('nothing_to_escalate');
    expect(steps(READY, TUESDAY)).toEqual([`item handler ${leadOfficer.staffId}`]);
    const once = after(READY, TUESDAY);
    expect(steps(once, '2026-10-20T08:00:00.000Z')).toBe('nothing_to_escalate');
    expect(steps(once, WEDNESDAY)).toEqual([`item head ${leadHead.staffId}`]);
    // The weekend is no lateness: Friday is the fourth working day, Monday the fifth.
    const twice = after(once, '2026-10-22T02:00:00.000Z');
    expect(steps(twice, '2026-10-24T02:00:00.000Z')).toBe('nothing_to_escalate');
    expect(steps(twice, NEXT_MONDAY)).toEqual([`item leader ${leader.staffId}`]);
  });

  it('comes to the same steps however late it is looked at', () => {
    const daily = ['20', '21', '22', '23', '26'].reduce(
      (state, day) => after(state, `2026-10-${day}T02:00:00.000Z`),
      READY as SupervisionItem,
    );
    const late = after(READY, NEXT_MONDAY);
    const told = ({ escalations }: SupervisionItem) =>
      escalations.map(({ tier, staffIds }) => [tier, ...staffIds]);
    expect(told(late)).toEqual(told(daily));
    expect(told(late)).toEqual([
      ['handler', leadOfficer.staffId],
      ['head', leadHead.staffId],
      ['triage', triageAdmin.staffId, secondTriageAdmin.staffId],
      ['leader', leader.staffId],
    ]);
  });

  it('tells the substitute of who is away', () => {
    expect(steps(READY, TUESDAY, posts({ [leadOfficer.staffId]: cooperatingOfficer.staffId }))).toEqual([
      `item handler ${cooperatingOfficer.staffId}`,
    ]);
  });

  it('goes to the triage admins and says so where a level is vacant, or away without a substitute', () => {
    const instead = `${triageAdmin.staffId}+${secondTriageAdmin.staffId}`;
    const once = after(READY, TUESDAY);
    expect(steps(once, WEDNESDAY, posts({}, [leadHead.staffId]))).toEqual([`item head ${instead} vacant`]);
    expect(steps(once, WEDNESDAY, posts({ [leadHead.staffId]: null }))).toEqual([
      `item head ${instead} away`,
    ]);
  });

  it('takes the next fallback owner, and is written even where nobody is left', () => {
    const named = {
      ...DEFAULT_DEADLINES,
      escalationFallback: [{ role: 'triage_admin' }, { staffId: leader.staffId }],
    } as const;
    const withoutOffice = posts({}, [leadHead.staffId, triageAdmin.staffId, secondTriageAdmin.staffId]);
    const once = after(READY, TUESDAY);
    expect(steps(once, WEDNESDAY, withoutOffice, named)).toEqual([`item head ${leader.staffId} vacant`]);
    expect(steps(once, WEDNESDAY, [])).toEqual(['item head  vacant']);
  });

  it('goes to the people whom the policy names, after the days it sets', () => {
    const named = {
      ...DEFAULT_DEADLINES,
      escalation: [{ tier: 'leader', workingDaysLate: 1, staffIds: [inspector.staffId] }],
    } as const;
    expect(steps(READY, TUESDAY, posts(), named)).toEqual([`item leader ${inspector.staffId}`]);
  });

  it('asks the department that a measure is of, and the inspector where a verification is late', () => {
    expect(steps(anItem().advancing(), '2026-10-16T02:00:00.000Z')).toEqual([
      `measure handler ${cooperatingOfficer.staffId}`,
    ]);
    expect(steps(anItem().verifying(), '2026-10-26T02:00:00.000Z')).toEqual([
      `verification handler ${inspector.staffId}`,
    ]);
    // Nobody heads the office as a department: the third level is the next.
    expect(steps(anItem().verifying(), '2026-10-27T02:00:00.000Z')).toEqual([
      `verification handler ${inspector.staffId}`,
      `verification triage ${triageAdmin.staffId}+${secondTriageAdmin.staffId}`,
    ]);
  });

  it('goes up once for all that one department has missed, the first date leading', () => {
    // Both the measure of the lead and the item are due on Monday the 19th, that of the cooperating department on Thursday before.
    expect(steps(anItem().advancing(), WEDNESDAY)).toEqual([
      `item handler ${leadOfficer.staffId}`,
      `item head ${leadHead.staffId}`,
      `measure handler ${cooperatingOfficer.staffId}`,
      `measure head ${triageAdmin.staffId}+${secondTriageAdmin.staffId} vacant`,
      `measure triage ${triageAdmin.staffId}+${secondTriageAdmin.staffId}`,
    ]);
  });

  it('stands still while the complainant is asked', () => {
    const wait = { date: '2026-10-30', half: 'pm', provisional: false } as const;
    const asked = itemAfter([
      ...itemHistory('ready'),
      { type: 'ClocksPaused', at: '2026-10-19T02:00:00.000Z', until: wait },
    ]);
    expect(steps(asked, NEXT_MONDAY)).toBe('nothing_to_escalate');
  });

  it('counts the lateness of the office on, asked or not', () => {
    // The verification is due on Thursday the 22nd; the complainant is asked from Monday to Wednesday.
    const until = { date: '2026-11-09', half: 'pm', provisional: false } as const;
    const asked = itemAfter([
      ...itemHistory('verifying'),
      { type: 'ClocksPaused', at: NEXT_MONDAY, until },
      { type: 'ClocksResumed', at: '2026-10-28T02:00:00.000Z', backAt: '2026-10-28T02:00:00.000Z' },
    ]);
    const thursday = '2026-10-29T02:00:00.000Z';
    expect(steps(asked, thursday)).toEqual(steps(anItem().verifying(), thursday));
    expect(steps(asked, thursday)).toHaveLength(3);
  });

  it('stands in the inboxes above the handler until the date is met or moved', () => {
    const up = after(READY, WEDNESDAY);
    expect(escalatedToIds(after(READY, TUESDAY))).toEqual([]);
    expect(escalatedToIds(up)).toEqual([leadHead.staffId]);
    const by = leadOfficer.staffId;
    const requested = { type: 'StrikeOffRequested', at: WEDNESDAY, by, claim: 'Done.' } as const;
    expect(escalatedToIds(evolveItem(up, requested))).toEqual([]);
  });
});
