import { expect, test } from 'vitest';
import {
  aStaffMember,
  anItem,
  anItemContext,
  cooperatingHead,
  cooperatingOfficer,
  COOPERATING,
  LEAD,
  leadHead,
  strangeHead,
  STRANGER,
} from '../testing/index.ts';
import type { StaffActor } from '../people/actor.ts';
import { stillToAssess, visibleAssessments, type CooperationLevel } from './cooperation.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import type { SupervisionItem } from './supervision-item.ts';

const requested = anItem().strikeOffRequested();
const MORNING = '2026-10-16T08:00:00.000Z';

function assess(
  item: SupervisionItem,
  actor: StaffActor,
  aboutId: string,
  { level = 'good' as CooperationLevel, text = '', now = MORNING } = {},
) {
  return decideItem(
    item,
    { type: 'assess_cooperation', aboutId, level, text },
    anItemContext({ actor, now }),
  );
}

function after(item: SupervisionItem, decision: ReturnType<typeof assess>): SupervisionItem {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<SupervisionItem>(evolveItem, item);
}

test('the lead says how another reported, and that one how it was called', () => {
  expect(
    assess(requested, leadHead, COOPERATING, { level: 'poor', text: 'Came on the third call.' }),
  ).toEqual({
    ok: true,
    events: [
      {
        ...{ type: 'CooperationAssessed', at: MORNING, by: leadHead.staffId, departmentId: LEAD },
        ...{ aboutId: COOPERATING, side: 'report', level: 'poor', text: 'Came on the third call.' },
      },
    ],
  });
  const answered = assess(requested, cooperatingOfficer, LEAD);
  expect(answered.ok && answered.events[0]).toMatchObject({ side: 'whistle', level: 'good' });
});

test.each<readonly [string, StaffActor, string, object, string]>([
  ['of itself', leadHead, LEAD, {}, 'assessment_of_stranger'],
  ['of a department that is not in it', leadHead, STRANGER, {}, 'assessment_of_stranger'],
  ['by a department that is not in it', strangeHead, LEAD, {}, 'not_authorised'],
  ['by the office', aStaffMember('triage_admin', 'supervision-office'), LEAD, {}, 'not_authorised'],
  ['as poor without a word', cooperatingHead, LEAD, { level: 'poor' }, 'explanation_needed'],
])('nothing is said %s', (_, actor, aboutId, given, code) => {
  const decision = assess(requested, actor, aboutId, given);
  expect(decision.ok ? null : decision.refusal.code).toBe(code);
});

test('each says it once', () => {
  const once = after(requested, assess(requested, leadHead, COOPERATING));
  const again = assess(once, leadHead, COOPERATING, { level: 'poor', text: 'On second thoughts.' });
  expect(again.ok ? null : again.refusal.code).toBe('assessed_already');
  expect(stillToAssess(once, LEAD)).toEqual([]);
  expect(stillToAssess(once, COOPERATING)).toEqual([LEAD]);
});

test('ten working days after the strike-off it is too late', () => {
  // Struck off on Wednesday 21 October; Thursday is the first day, Wednesday 4 November the tenth.
  const struckOff = anItem().struckOff();
  expect(assess(struckOff, leadHead, COOPERATING, { now: '2026-11-04T09:00:00.000Z' }).ok).toBe(true);
  const late = assess(struckOff, leadHead, COOPERATING, { now: '2026-11-04T16:00:00.000Z' });
  expect(late.ok ? null : late.refusal).toEqual({ code: 'assessment_over', data: { date: '2026-11-04' } });
});

test('neither side reads the other before it has written itself; the office reads both', () => {
  const first = after(requested, assess(requested, leadHead, COOPERATING, { level: 'adequate' }));
  expect(visibleAssessments(first, COOPERATING)).toEqual([]);
  expect(visibleAssessments(first, LEAD)).toHaveLength(1);
  expect(visibleAssessments(first, null)).toHaveLength(1);
  const both = after(first, assess(first, cooperatingHead, LEAD));
  expect(visibleAssessments(both, COOPERATING).map(({ level }) => level)).toEqual(['adequate', 'good']);
});
