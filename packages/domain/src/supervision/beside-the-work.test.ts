import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../people/actor.ts';
import { scoreSupervision } from '../appraisal/score-supervision.ts';
import { DEFAULT_SCORING } from '../policy/scoring-policy.ts';
import { calendar2026 } from '../testing/calendar-2026.ts';
import { anItem, anItemContext, COOPERATING, LEAD, STRANGER } from '../testing/index.ts';
import { inspector, leader, leadHead, leadOfficer, triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import { newCrossings, runningDeadlines } from './item-deadlines.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

/** Does it, and returns what it came to: the item after, and the events or the refusal. */
function give(item: SupervisionItem, actor: StaffActor, now: string, command: ItemCommand) {
  const decision = decideItem(item, command, anItemContext({ actor, now }));
  const after = decision.ok ? decision.events.reduce<SupervisionItem>(evolveItem, item) : item;
  return { after, said: decision.ok ? decision.events : decision.refusal };
}

const ask = (workingDays: number) =>
  ({ type: 'request_extension', workingDays, reason: 'A hearing' }) as const;
const grant = { type: 'decide_extension', isGranted: true, text: 'Until the hearing' } as const;

describe('an extension', () => {
  // Advancing since 13 October; five working days from 12 October end on Monday 19 October.
  const item = anItem().advancing();
  const now = '2026-10-14T02:00:00.000Z';

  it('of three days moves Monday 19 to Thursday 22 October, and the first is for the office to grant', () => {
    const asked = give(item, leadHead, now, ask(3));
    const granted = give(asked.after, triageAdmin, now, grant);
    expect(granted.said).toMatchObject([
      {
        type: 'ExtensionDecided',
        isGranted: true,
        before: { date: '2026-10-19' },
        due: { date: '2026-10-22' },
      },
    ]);
    expect(granted.after).toMatchObject({
      assignment: { clock: { workingDays: 8 }, deadline: { date: '2026-10-22' } },
    });
  });

  it('stops the deadline from being crossed while it waits, and no longer', () => {
    const asked = give(item, leadHead, now, ask(3));
    const later = '2026-10-20T02:00:00.000Z';
    expect(runningDeadlines(asked.after).map(({ deadline }) => deadline)).not.toContain('item');
    const refusal = { type: 'decide_extension', isGranted: false, text: 'No reason' } as const;
    const refused = give(asked.after, triageAdmin, later, refusal).after;
    expect(runningDeadlines(refused)).toContainEqual(
      expect.objectContaining({
        deadline: 'item',
        due: { date: '2026-10-19', half: 'pm', provisional: false },
      }),
    );
  });

  // Due on Monday 19 October, asked for in time, refused on Thursday 29: eight working days lay with the office.
  it('charges the department one lateness and not the days the office took to refuse', () => {
    const asked = give(item, leadHead, now, ask(3)).after;
    const later = '2026-10-29T02:00:00.000Z';
    const refused = give(asked, triageAdmin, later, { ...grant, isGranted: false }).after;
    // Written with the refusal, whenever the deadlines are looked through next.
    expect(refused.crossings.filter((key) => key.startsWith('item:'))).toEqual(['item:2026-10-19:0']);
    expect(
      newCrossings(refused, later, calendar2026, 5).filter(({ deadline }) => deadline === 'item'),
    ).toEqual([]);
    // Without the wait, Monday 19 to Thursday 29 would be eight working days late: levels 0 and 1.
    const neverAsked = newCrossings(item, later, calendar2026, 5).filter(
      ({ deadline }) => deadline === 'item',
    );
    expect(neverAsked.map(({ level }) => level)).toEqual([0, 1]);
  });

  it('granted late gives its days from the decision on', () => {
    const asked = give(item, leadHead, now, ask(3)).after;
    const granted = give(asked, triageAdmin, '2026-10-29T02:00:00.000Z', grant).after;
    // Three working days after Thursday 29: Friday 30, Monday 2, Tuesday 3 November.
    expect(granted).toMatchObject({ assignment: { deadline: { date: '2026-11-03' } } });
  });

  it('is a leader\u2019s the second time, and not to be had a third time', () => {
    const once = give(give(item, leadHead, now, ask(5)).after, triageAdmin, now, grant).after;
    const again = give(once, leadHead, now, ask(5)).after;
    expect(give(again, triageAdmin, now, grant).said).toMatchObject({ code: 'extension_by_leader' });
    const twice = give(again, leader, now, grant).after;
    expect(twice).toMatchObject({ assignment: { clock: { workingDays: 15 } } });
    expect(give(twice, leadHead, now, ask(1)).said).toMatchObject({ code: 'extended_too_often' });
  });

  it.each([
    ['two at once', now, 3, give(item, leadHead, now, ask(1)).after, 'extension_pending'],
    ['after the deadline', '2026-10-20T02:00:00.000Z', 3, item, 'extension_too_late'],
    ['of six days', now, 6, item, 'extension_too_long'],
    ['of a quarter day', now, 0.25, item, 'extension_too_long'],
    ['of nothing', now, 0, item, 'extension_too_long'],
  ] as const)('is refused: %s', (_case, at, days, state, code) => {
    expect(give(state, leadHead, at, ask(days)).said).toMatchObject({ code });
  });

  it('that nobody asked for cannot be granted', () => {
    expect(give(item, leader, now, grant).said).toMatchObject({ code: 'no_extension_asked' });
  });
});

describe('a weak report', () => {
  const now = '2026-10-14T02:00:00.000Z';
  const report = (reportId: string): ItemCommand => ({
    ...{
      type: 'report_progress',
      reportId,
      text: `Report ${reportId}`,
      percent: 10,
      obstacles: '',
      nextStep: '',
    },
  });
  const reject = (reportId: string): ItemCommand => ({
    ...{ type: 'reject_report', reportId, fault: 'unsupported', text: 'No paper is attached.' },
  });

  it('costs 0.5, 1, 2, 5 and again 5 points as it recurs, and is due again in two working days', () => {
    let item: SupervisionItem = anItem().advancing();
    const costs: number[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      item = give(item, leadOfficer, now, report(id)).after;
      const rejected = give(item, triageAdmin, now, reject(id));
      item = rejected.after;
      const [event] = rejected.said as readonly ItemEvent[];
      if (event === undefined) throw new Error('nothing happened');
      costs.push(...scoreSupervision(event, DEFAULT_SCORING, 0).map((line) => line.centipoints));
    }
    expect(costs).toEqual([-50, -100, -200, -500, -500]);
    expect(item).toMatchObject({ nextReportDue: { date: '2026-10-16' } });
  });

  it('is the latest one, once', () => {
    const first = give(anItem().advancing(), leadOfficer, now, report('a')).after;
    const rejected = give(first, triageAdmin, now, reject('a')).after;
    expect(give(rejected, triageAdmin, now, reject('a')).said).toMatchObject({
      code: 'report_already_rejected',
    });
    const second = give(first, leadOfficer, now, report('b')).after;
    expect(give(second, triageAdmin, now, reject('a')).said).toMatchObject({ code: 'report_overtaken' });
    expect(give(second, triageAdmin, now, reject('x')).said).toMatchObject({ code: 'unknown_report' });
  });
});

describe('a late measure', () => {
  const command = { type: 'complete_measure', measureId: 'measure-of-lead', evidence: 'x.pdf' } as const;
  const late = '2026-10-21T02:00:00.000Z';

  it('has to be explained, one in time has not', () => {
    expect(give(anItem().advancing(), leadOfficer, late, command).said).toMatchObject({
      code: 'explanation_needed',
    });
    const explained = give(anItem().advancing(), leadOfficer, late, {
      ...command,
      explanation: 'The file was lost.',
    });
    expect(explained.after.measures).toContainEqual(
      expect.objectContaining({ explanation: 'The file was lost.' }),
    );
    expect(
      give(anItem().advancing(), leadOfficer, '2026-10-14T02:00:00.000Z', command).said,
    ).not.toHaveProperty('code');
  });
});

describe('a directive', () => {
  const now = '2026-10-14T02:00:00.000Z';
  const directive = (departmentId: string, dueOn = '2026-10-16') =>
    ({ type: 'give_directive', directiveId: 'd', departmentId, text: 'Report in person.', dueOn }) as const;

  it('is a duty of one department with a day, until it answers', () => {
    const given = give(anItem().advancing(), leader, now, directive(LEAD)).after;
    expect(runningDeadlines(given)).toContainEqual(
      expect.objectContaining({ deadline: 'directive', departmentId: LEAD, ref: 'd' }),
    );
    const answered = give(given, leadOfficer, now, {
      type: 'answer_directive',
      directiveId: 'd',
      text: 'Done.',
    });
    expect(runningDeadlines(answered.after).map(({ deadline }) => deadline)).not.toContain('directive');
    expect(
      give(answered.after, leadOfficer, now, { type: 'answer_directive', directiveId: 'd', text: 'Twice' })
        .said,
    ).toMatchObject({ code: 'directive_already_answered' });
  });

  it('is for those in the item, and not for yesterday', () => {
    expect(give(anItem().advancing(), leader, now, directive(STRANGER)).said).toMatchObject({
      code: 'directive_to_stranger',
    });
    expect(give(anItem().advancing(), leader, now, directive(LEAD, '2026-10-13')).said).toMatchObject({
      code: 'date_in_the_past',
    });
  });
});

describe('a visit and a meeting', () => {
  const now = '2026-10-14T02:00:00.000Z';
  const visit = (given: object) =>
    ({
      ...{ type: 'record_visit', kind: 'talk', on: '2026-10-14', place: 'Room 3', departmentId: LEAD },
      ...{ isAnnounced: true, inspectorIds: ['one', 'two'], text: 'They promised Friday.', ...given },
    }) as ItemCommand;
  const meeting = (given: object) =>
    ({
      ...{ type: 'hold_meeting', on: '2026-10-14', place: 'Room 3', departmentIds: [LEAD, COOPERATING] },
      ...{
        minutes: 'Agreed.',
        measures: [{ id: 'm9', text: 'Send the plan.', departmentId: COOPERATING, dueOn: '2026-10-16' }],
        ...given,
      },
    }) as ItemCommand;

  it.each([
    [visit({ inspectorIds: ['one', 'one'] }), 'visit_needs_two'],
    [visit({ on: '2026-10-15' }), 'date_in_the_future'],
    [visit({ departmentId: STRANGER }), 'visit_of_stranger'],
    [meeting({ departmentIds: [STRANGER] }), 'meeting_of_stranger'],
    [meeting({ departmentIds: [LEAD] }), 'measure_of_stranger'],
    [
      meeting({ measures: [{ id: 'm9', text: 'x', departmentId: LEAD, dueOn: '2026-10-20' }] }),
      'measure_after_deadline',
    ],
  ])('is refused %#', (command, code) => {
    const { said } = give(anItem().advancing(), triageAdmin, now, command);
    expect(said).toMatchObject({ code });
  });

  it('turns minutes into measures that keep the strike-off waiting', () => {
    const { after } = give(anItem().ready(), triageAdmin, '2026-10-16T02:00:00.000Z', meeting({}));
    expect(after.measures.at(-1)).toMatchObject({ id: 'm9', departmentId: COOPERATING, completedAt: null });
    const claim = { type: 'request_strike_off', claim: 'Done' } as const;
    expect(give(after, leadOfficer, '2026-10-16T02:00:00.000Z', claim).said).toMatchObject({
      code: 'measures_open',
    });
  });
});

describe('a look-back', () => {
  const look = (isHolding: boolean) => ({ type: 'look_back', isHolding, text: 'Seen' }) as const;
  // Struck off on 21 October: looked at from 20 November and from 19 January.
  it('is made 30 and 90 days after the strike-off, and not before', () => {
    const item = anItem().struckOff();
    expect(give(item, inspector, '2026-11-18T02:00:00.000Z', look(true)).said).toMatchObject({
      code: 'look_back_too_early',
    });
    const first = give(item, inspector, '2026-11-20T02:00:00.000Z', look(true));
    expect(first.said).toMatchObject([{ type: 'ItemLookedBack', nth: 1 }]);
    expect(give(first.after, inspector, '2026-12-20T02:00:00.000Z', look(true)).said).toMatchObject({
      code: 'look_back_too_early',
    });
    const second = give(first.after, inspector, '2027-01-20T02:00:00.000Z', look(true));
    expect(give(second.after, inspector, '2027-05-20T02:00:00.000Z', look(true)).said).toMatchObject({
      code: 'look_backs_done',
    });
  });

  it('that finds the problem back again makes the item rebound', () => {
    const { said, after } = give(anItem().struckOff(), inspector, '2026-11-20T02:00:00.000Z', look(false));
    expect(said).toMatchObject([{ type: 'ItemLookedBack', isHolding: false }, { type: 'ItemRebounded' }]);
    expect(after.status).toBe('rebounded');
  });

  it('is nobody\u2019s of a department concerned', () => {
    const own = { ...inspector, departmentId: LEAD };
    expect(give(anItem().struckOff(), own, '2026-11-20T02:00:00.000Z', look(true)).said).toMatchObject({
      code: 'decider_concerned',
    });
  });
});
