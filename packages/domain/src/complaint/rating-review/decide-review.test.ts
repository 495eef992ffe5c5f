import { describe, expect, it } from 'vitest';
import { DEFAULT_DEADLINES } from '../../policy/deadline-policy.ts';
import { SYSTEM, type Actor } from '../../people/actor.ts';
import {
  aStaffMember,
  calendar2026,
  clerk,
  inspector,
  LEAD,
  leader,
  leadHead,
  leadOfficer,
  strangeOfficer,
  triageAdmin,
} from '../../testing/index.ts';
import { decideReview, openReview } from './decide-review.ts';
import { evolveReview, foldReview, isExcluded } from './evolve-review.ts';
import type { RatingReview, ReviewCommand } from './rating-review.ts';

const MONDAY = '2026-10-12T01:00:00.000Z';
const TUESDAY = '2026-10-13T01:00:00.000Z';
const appraisalAdmin = aStaffMember('appraisal_admin', 'appraisal-unit');

const rules = { calendar: calendar2026, deadlines: DEFAULT_DEADLINES };
const opened = openReview(
  { id: 'review-1', complaintId: 'complaint-1', departmentId: LEAD, level: 'dissatisfied' },
  { now: MONDAY, ...rules },
);

type Step = readonly [Actor, ReviewCommand, string?];

function run(...steps: readonly Step[]) {
  let state = evolveReview(null, opened);
  const types: string[] = [];
  for (const [actor, command, now = TUESDAY] of steps) {
    const decision = decideReview(state, command, { actor, now, ...rules });
    if (!decision.ok) return { state, types, refusal: decision.refusal.code };
    types.push(...decision.events.map(({ type }) => type));
    state = decision.events.reduce<RatingReview>(evolveReview, state);
  }
  return { state, types, refusal: null };
}

const contact: Step = [clerk, { type: 'make_contact', isReached: true, note: 'Rude at the desk.' }];
const founded: Step = [inspector, { type: 'verify', isFounded: true, text: 'The camera shows it.' }];
const unfounded: Step = [inspector, { type: 'verify', isFounded: false, text: 'Nothing of it.' }];
const rectify: Step = [leadOfficer, { type: 'rectify', text: 'Apologised; the desk is staffed.' }];
const reply: Step = [triageAdmin, { type: 'reply', text: 'We put it right.' }];
const call = (satisfaction: 'satisfied' | 'dissatisfied' | null, now = TUESDAY): Step => [
  clerk,
  {
    type: 'record_callback',
    outcome: satisfaction === null ? 'no_answer' : 'valid',
    ...{ contacted: true, solved: true, satisfaction, note: '' },
  },
  now,
];
const appeal: Step = [leadHead, { type: 'appeal', reason: 'mistaken', text: 'Meant for another desk.' }];
const seat = ({ staffId, departmentId }: { staffId: string; departmentId: string }) => ({
  staffId,
  departmentId,
});
const panel: Step = [appraisalAdmin, { type: 'name_panel', panel: [seat(leader), seat(triageAdmin)] }];
const vote = (actor: Actor, isUpheld: boolean): Step => [actor, { type: 'vote', isUpheld, reason: 'Seen.' }];
const rule: Step = [appraisalAdmin, { type: 'rule', publicReason: 'Another desk was meant.' }];

describe('a bad rating', () => {
  it('is contacted in one working day, put right in five, in fifteen at most', () => {
    expect(opened).toMatchObject({
      contactDue: { date: '2026-10-13' },
      rectifyDue: { date: '2026-10-19' },
      latestDue: { date: '2026-11-02' },
    });
  });

  it('goes from contact through verifying, rectifying and a reply to a new callback', () => {
    const { state, types } = run(contact, founded, rectify, reply, call('satisfied'));
    expect(state).toMatchObject({ status: 'closed', outcome: 'satisfied', reply: 'We put it right.' });
    expect(types).toEqual([
      ...['ReviewContactMade', 'ReviewVerified', 'ReviewRectified', 'ReviewReplied'],
      ...['ReviewCallbackRecorded', 'ReviewClosed'],
    ]);
  });

  it('is put right once more after a call that finds no satisfaction, then closes as unresolved', () => {
    const first = run(contact, founded, rectify, reply, call('dissatisfied'));
    expect(first.state).toMatchObject({ status: 'verified', round: 2, rectifyDue: { date: '2026-10-20' } });
    const second = run(
      ...[contact, founded, rectify, reply, call('dissatisfied')],
      ...[rectify, reply, call('dissatisfied')],
    );
    expect(second.state).toMatchObject({ status: 'closed', outcome: 'unresolved', round: 2 });
  });

  it('is only explained where it was not founded, and nobody has to put anything right', () => {
    expect(run(contact, unfounded, rectify).refusal).toBe('illegal_review_step');
    expect(run(contact, unfounded, reply, call('dissatisfied')).state.outcome).toBe('explained');
  });

  it('closes as unreached after tries on three half-days, never as satisfied', () => {
    const sameMorning = [call(null), call(null), call(null)];
    expect(run(contact, unfounded, reply, ...sameMorning).state.status).toBe('replied');
    const tries = [
      call(null),
      call(null, '2026-10-13T06:00:00.000Z'),
      call(null, '2026-10-14T01:00:00.000Z'),
    ];
    expect(run(contact, unfounded, reply, ...tries).state.outcome).toBe('unreached');
  });

  it('is worked off by nobody of the department but for the rectifying', () => {
    expect(run([aStaffMember('clerk', LEAD), contact[1]]).refusal).toBe('review_by_concerned_department');
    expect(run(contact, [aStaffMember('inspector', LEAD), founded[1]]).refusal).toBe(
      'review_by_concerned_department',
    );
    expect(run(contact, founded, [strangeOfficer, rectify[1]]).refusal).toBe('not_authorised');
    expect(run(contact, founded, [triageAdmin, rectify[1]]).refusal).toBe('not_authorised');
  });

  it('is extended to the fifteenth working day and no further', () => {
    const extend = (workingDays: number): Step => [
      triageAdmin,
      { type: 'extend', workingDays, reason: 'The part is ordered.' },
    ];
    expect(run(extend(10)).state.rectifyDue.date).toBe('2026-10-27');
    expect(run(extend(15)).refusal).toBe('review_beyond_latest');
  });

  it('writes each deadline that is over once', () => {
    const cross: Step = [SYSTEM, { type: 'cross_deadline' }, '2026-10-20T01:00:00.000Z'];
    expect(run(cross).types).toEqual(['ReviewDeadlineCrossed', 'ReviewDeadlineCrossed']);
    expect(run(cross, cross).refusal).toBe('already_crossed');
    expect(run([SYSTEM, { type: 'cross_deadline' }, TUESDAY]).refusal).toBe('not_due_yet');
  });
});

describe('an appeal against a rating', () => {
  it('takes the rating out of the scores only by the majority of a panel', () => {
    const { state } = run(appeal, panel, vote(leader, true), vote(triageAdmin, true), rule);
    expect(state).toMatchObject({ status: 'closed', outcome: 'excluded' });
    expect(isExcluded(state)).toBe(true);
    const tie = run(appeal, panel, vote(leader, true), vote(triageAdmin, false), rule).state;
    expect(tie.appeal?.ruling?.isUpheld).toBe(false);
    expect(tie.status).toBe('open');
    expect(isExcluded(tie)).toBe(false);
  });

  it('needs two people, none of the department and not whoever verified', () => {
    const of = (...seats: readonly Actor[]): Step => [
      appraisalAdmin,
      { type: 'name_panel', panel: seats.flatMap((one) => (one.kind === 'staff' ? [seat(one)] : [])) },
    ];
    expect(run(appeal, of(leader)).refusal).toBe('panel_too_small');
    expect(run(appeal, of(leader, leader)).refusal).toBe('panel_too_small');
    expect(run(appeal, of(leader, leadHead)).refusal).toBe('panel_not_independent');
    expect(run(contact, founded, appeal, of(leader, inspector)).refusal).toBe('panel_not_independent');
  });

  it('is ruled on after everybody voted, once each, and only by those named', () => {
    expect(run(appeal, panel, vote(leader, true), rule).refusal).toBe('panel_not_done');
    expect(run(appeal, panel, vote(leader, true), vote(leader, true)).refusal).toBe('already_voted');
    expect(run(appeal, panel, vote(inspector, true)).refusal).toBe('not_authorised');
  });

  it('is made by the head of the department, once, within five working days', () => {
    expect(run([leadOfficer, appeal[1]]).refusal).toBe('not_authorised');
    expect(run(appeal, appeal).refusal).toBe('illegal_review_step');
    expect(run([...appeal.slice(0, 2), '2026-10-20T01:00:00.000Z'] as unknown as Step).refusal).toBe(
      'appeal_too_late',
    );
  });
});

it('folds from its events alone', () => {
  expect(foldReview([opened])).toEqual(evolveReview(null, opened));
  expect(() => foldReview([{ type: 'ReviewReplied', at: MONDAY, text: 'x' }])).toThrow('ReviewReplied');
});
