import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../../people/actor.ts';
import { DEFAULT_INDICATORS as policy } from '../../policy/indicator-policy.ts';
import { aDefinition } from '../../testing/an-indicator.ts';
import { decideIndicator, draftIndicator } from './decide-indicator.ts';
import { foldIndicator } from './evolve-indicator.ts';
import { INDICATOR_STATUSES, type Indicator, type IndicatorStatus } from './indicator.ts';
import {
  INDICATOR_AUTHORITY,
  lawfulIndicatorCommands,
  LAWFUL_INDICATOR_COMMANDS,
} from './indicator-authority.ts';
import { INDICATOR_COMMANDS, type IndicatorCommand, type IndicatorCommandType } from './indicator-command.ts';
import type { IndicatorEvent } from './indicator-event.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const at = '2026-02-01T01:00:00.000Z';
const person = (staffId: string, role: StaffActor['roles'][number], departmentId = 'office'): StaffActor => ({
  ...{ kind: 'staff', staffId, departmentId, roles: [role] },
});
const admin = person('admin', 'appraisal_admin');
const second = person('second', 'appraisal_admin');
const leader = person('leader', 'leader');
const triage = person('triage', 'triage_admin');

const drafted: IndicatorEvent = {
  ...{
    type: 'IndicatorDrafted',
    at,
    id: 'i',
    number: 'ZB-1',
    year: 2026,
    definition: aDefinition(),
    by: 'admin',
  },
};
const published: IndicatorEvent = { type: 'IndicatorPublished', at, nth: 1, by: 'admin' };
const entered: IndicatorEvent = {
  ...{ type: 'ResultEntered', at, by: 'admin' },
  result: {
    ...{
      id: 'r',
      month: '2026-09',
      nth: 1,
      value: 6_0000,
      evidence: '月报',
      reason: '',
      way: 'hand',
      client: '',
    },
  },
};
const STATES: Readonly<Record<IndicatorStatus, readonly IndicatorEvent[]>> = {
  draft: [drafted],
  published: [drafted, published, entered],
  frozen: [drafted, published, entered, { type: 'IndicatorFrozen', at, by: 'admin' }],
  withdrawn: [drafted, { type: 'IndicatorDraftWithdrawn', at, reason: '重复', by: 'admin' }],
};
const state = (status: IndicatorStatus) => foldIndicator(STATES[status]) as Indicator;

const COMMANDS: Readonly<Record<IndicatorCommandType, IndicatorCommand>> = {
  edit: { type: 'edit', definition: aDefinition({ target: 9_0000 }), reason: '上调' },
  withdraw_draft: { type: 'withdraw_draft', reason: '重复' },
  publish: { type: 'publish' },
  freeze: { type: 'freeze' },
  retire: { type: 'retire', month: '2026-10', reason: '职能划转' },
  enter_result: {
    ...{ type: 'enter_result', id: 'n', month: '2026-08', value: 7_0000, evidence: '月报', reason: '' },
    ...{ way: 'hand', client: '' },
  },
  confirm_result: { type: 'confirm_result', resultId: 'r' },
  send_back_result: { type: 'send_back_result', resultId: 'r', reason: '核对' },
  give_jury_score: { type: 'give_jury_score', month: '2026-09', centipoints: 90_00, remark: '' },
  close_jury: { type: 'close_jury', id: 'n', month: '2026-09', evidence: '纪要', reason: '' },
  open_item: { type: 'open_item', month: '2026-09', departmentId: 'economy', itemId: 't', number: 'DB-1' },
};
const WHO: Readonly<Record<IndicatorCommandType, StaffActor>> = {
  ...{
    edit: admin,
    withdraw_draft: admin,
    publish: admin,
    freeze: admin,
    retire: admin,
    enter_result: admin,
  },
  ...{ confirm_result: second, send_back_result: leader, close_jury: admin, open_item: triage },
  give_jury_score: person('juror', 'assessor'),
};

const decide = (status: IndicatorStatus, command: IndicatorCommand, actor: StaffActor, more = {}) =>
  decideIndicator(state(status), command, { actor, now: NOW, policy, ...more });
const why = (decision: ReturnType<typeof decide>) => (decision.ok ? 'ok' : decision.refusal.code);

/** What each command comes to in each state, by somebody who may give it. */
const TABLE: Readonly<Record<IndicatorCommandType, readonly string[]>> = {
  edit: ['ok', 'ok', 'illegal_indicator_step', 'illegal_indicator_step'],
  withdraw_draft: ['ok', 'nothing_drafted', 'illegal_indicator_step', 'illegal_indicator_step'],
  publish: ['ok', 'nothing_drafted', 'illegal_indicator_step', 'illegal_indicator_step'],
  freeze: ['illegal_indicator_step', 'ok', 'illegal_indicator_step', 'illegal_indicator_step'],
  retire: ['illegal_indicator_step', 'ok', 'ok', 'illegal_indicator_step'],
  enter_result: ['illegal_indicator_step', 'ok', 'ok', 'illegal_indicator_step'],
  confirm_result: ['illegal_indicator_step', 'ok', 'ok', 'illegal_indicator_step'],
  send_back_result: ['illegal_indicator_step', 'ok', 'ok', 'illegal_indicator_step'],
  give_jury_score: ['not_a_juror', 'not_a_juror', 'not_a_juror', 'not_a_juror'],
  close_jury: [
    'illegal_indicator_step',
    'indicator_without_jury',
    'indicator_without_jury',
    'illegal_indicator_step',
  ],
  open_item: ['illegal_indicator_step', 'no_red_light', 'no_red_light', 'illegal_indicator_step'],
};

describe('state table', () => {
  it.each(INDICATOR_COMMANDS)('%s', (type) => {
    expect(INDICATOR_STATUSES.map((status) => why(decide(status, COMMANDS[type], WHO[type])))).toEqual(
      TABLE[type],
    );
  });

  it('offers nothing that is refused for its state', () => {
    for (const status of INDICATOR_STATUSES)
      for (const command of lawfulIndicatorCommands(state(status), admin))
        expect(LAWFUL_INDICATOR_COMMANDS[status]).toContain(command);
  });
});

it('is for those roles alone', () => {
  const roles = (type: IndicatorCommandType) => INDICATOR_AUTHORITY[type];
  expect(roles('publish')).toEqual(['appraisal_admin']);
  expect(roles('confirm_result')).toEqual(['appraisal_admin', 'leader']);
  expect(
    why(
      draftIndicator(
        { type: 'draft', id: 'i', number: 'n', year: 2026, definition: aDefinition() },
        { actor: leader, now: NOW, policy },
      ),
    ),
  ).toBe('not_authorised');
  for (const type of INDICATOR_COMMANDS)
    expect(why(decide('published', COMMANDS[type], person('clerk', 'clerk')))).toMatch(/^not_a/);
});

it('keeps everybody of a department that owns it from its figures', () => {
  const own = person('own', 'appraisal_admin', 'economy');
  for (const type of ['enter_result', 'confirm_result', 'send_back_result'] as const)
    expect(why(decide('published', COMMANDS[type], own))).toBe('decider_concerned');
});

it('wants a second person, also behind a substitute', () => {
  expect(why(decide('published', COMMANDS.confirm_result, admin))).toBe('confirmed_by_its_enterer');
  const substitute: StaffActor = { ...second, standsInFor: { staffId: 'admin', ownDepartmentId: 'office' } };
  expect(why(decide('published', COMMANDS.confirm_result, substitute))).toBe('confirmed_by_its_enterer');
});

it('warns at a red light with the confirmation, and refuses both in a frozen period', () => {
  const decision = decide('published', COMMANDS.confirm_result, second);
  expect(decision.ok && decision.events).toEqual([
    {
      ...{ type: 'ResultConfirmed', at: NOW, resultId: 'r', light: 'red', pace: 75_00 },
      ...{ policy: 'indicators-1', by: 'second' },
    },
    { type: 'IndicatorWarned', at: NOW, month: '2026-09', resultId: 'r', pace: 75_00 },
  ]);
  const frozen = { isPeriodFrozen: true };
  expect(why(decide('published', COMMANDS.confirm_result, second, frozen))).toBe('month_frozen');
  expect(why(decide('published', COMMANDS.enter_result, admin, frozen))).toBe('month_frozen');
});

describe('retiring', () => {
  const retired = () => {
    const decision = decide('published', COMMANDS.retire, admin);
    if (!decision.ok) throw new Error('retired');
    return foldIndicator([...STATES.published, ...decision.events]) as Indicator;
  };
  const on = (one: Indicator, command: IndicatorCommand, actor = admin, more = {}) =>
    why(decideIndicator(one, command, { actor, now: NOW, policy, ...more }));

  it('says from when and why, and comes once', () => {
    expect(retired()).toMatchObject({
      status: 'published',
      retired: { from: '2026-10', reason: '职能划转', by: 'admin' },
      results: [{ month: '2026-09' }],
    });
    expect(on(retired(), COMMANDS.retire)).toBe('indicator_retired');
    expect(on(retired(), COMMANDS.edit)).toBe('indicator_retired');
    expect(lawfulIndicatorCommands(retired(), admin)).not.toContain('retire');
  });

  it('takes results of earlier months alone', () => {
    expect(on(retired(), COMMANDS.enter_result)).toBe('ok');
    expect(on(retired(), { ...COMMANDS.enter_result, month: '2026-10' } as IndicatorCommand)).toBe(
      'indicator_retired',
    );
    expect(on(retired(), COMMANDS.confirm_result, second)).toBe('ok');
  });

  it('is refused under a result, in a frozen period, in another year and beside a draft', () => {
    const from = (month: string) => ({ type: 'retire', month, reason: '停用' }) as const;
    expect(why(decide('published', from('2026-09'), admin))).toBe('indicator_has_later_result');
    expect(why(decide('published', from('2026-10'), admin, { isPeriodFrozen: true }))).toBe('month_frozen');
    expect(why(decide('published', from('2027-01'), admin))).toBe('month_not_due');
    const edited = decide('published', COMMANDS.edit, admin);
    if (!edited.ok) throw new Error('edited');
    const drafted = foldIndicator([...STATES.published, ...edited.events]) as Indicator;
    expect(on(drafted, from('2026-10'))).toBe('indicator_has_draft');
  });
});
