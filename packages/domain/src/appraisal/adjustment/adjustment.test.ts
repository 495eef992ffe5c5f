import { describe, expect, it, test } from 'vitest';
import type { StaffActor } from '../../people/actor.ts';
import { DEFAULT_APPRAISAL } from '../../policy/appraisal-policy.ts';
import { DEFAULT_SCORING } from '../../policy/scoring-policy.ts';
import {
  foldAdjustment,
  type Adjustment,
  type AdjustmentContent,
  type AdjustmentEvent,
  type AdjustmentStatus,
} from './adjustment.ts';
import {
  decideAdjustment,
  proposeAdjustment,
  type AdjustmentCommand,
  type AdjustmentContext,
  type AdjustmentGround,
} from './decide-adjustment.ts';
import { scoreAdjustment } from './score-adjustment.ts';

const NOW = '2026-11-20T02:00:00.000Z';
const person = (staffId: string, role: StaffActor['roles'][number], departmentId = 'office'): StaffActor => ({
  kind: 'staff',
  staffId,
  departmentId,
  roles: [role],
});
const FIRST = person('first', 'appraisal_admin');
const SECOND = person('second', 'leader');
const GROUND: AdjustmentGround = {
  isPeriodFrozen: false,
  isPeriodToCome: false,
  soFar: { centipoints: 0, count: 0 },
  item: null,
  line: null,
};
const BONUS: AdjustmentContent = {
  departmentId: 'planning',
  period: '2026-Q4',
  kind: 'bonus',
  account: 'adjustment',
  centipoints: 2_00,
  basis: '省级改革试点验收通过',
  documentNumber: '园考〔2026〕18号',
  reason: '试点任务提前完成',
  itemId: null,
  reversalOf: null,
};

function context(actor: StaffActor, ground: Partial<AdjustmentGround> = {}): AdjustmentContext {
  return {
    actor,
    now: NOW,
    scoring: DEFAULT_SCORING,
    appraisal: DEFAULT_APPRAISAL,
    ground: { ...GROUND, ...ground },
  };
}

function propose(
  over: Partial<AdjustmentContent> = {},
  ground: Partial<AdjustmentGround> = {},
  actor = FIRST,
) {
  const decision = proposeAdjustment('a1', { ...BONUS, ...over }, context(actor, ground));
  return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal.code;
}

function proposed(over: Partial<AdjustmentContent> = {}): Adjustment {
  const event: AdjustmentEvent = {
    type: 'AdjustmentProposed',
    at: NOW,
    id: 'a1',
    staffId: 'first',
    ...BONUS,
    ...over,
  };
  return foldAdjustment([event]) as Adjustment;
}

function settle(
  command: AdjustmentCommand,
  actor: StaffActor,
  ground: Partial<AdjustmentGround> = {},
  adjustment = proposed(),
) {
  const decision = decideAdjustment(adjustment, command, context(actor, ground));
  return decision.ok ? decision.events : decision.refusal.code;
}

describe('a proposal', () => {
  it('is the performance centre’s, and never for its own department', () => {
    expect(propose()).toEqual(['AdjustmentProposed']);
    expect(propose({}, {}, SECOND)).toBe('not_authorised');
    expect(propose({}, {}, person('first', 'appraisal_admin', 'planning'))).toBe('adjustment_own_department');
  });

  test.each([
    [5_00, 0, ['AdjustmentProposed']],
    [5_01, 0, 'adjustment_over_cap'],
    [2_00, 3_00, ['AdjustmentProposed']],
    [2_00, 3_01, 'adjustment_over_cap'],
    [-2_00, -3_01, 'adjustment_over_cap'],
  ])('of %d hundredths after %d comes to %s', (centipoints, soFar, outcome) => {
    expect(propose({ centipoints }, { soFar: { centipoints: soFar, count: 1 } })).toEqual(outcome);
  });

  it('rewards a hard problem once, and only one that was solved', () => {
    const hard = { kind: 'hard_problem', itemId: 'i1', account: 'supervision', centipoints: 3_00 } as const;
    const item = { isStruckOff: true, isRewarded: false, lost: 0 };
    expect(propose(hard, { item })).toEqual(['AdjustmentProposed']);
    expect(propose(hard, { item: { ...item, isStruckOff: false } })).toBe('hard_problem_not_solved');
    expect(propose(hard, { item: { ...item, isRewarded: true } })).toBe('hard_problem_rewarded');
  });

  it('gives back by error tolerance no more than was lost on the item', () => {
    const tolerance = { kind: 'error_tolerance', itemId: 'i1', account: 'supervision' } as const;
    const item = { isStruckOff: false, isRewarded: false, lost: 3_00 };
    expect(propose({ ...tolerance, centipoints: 3_00 }, { item })).toEqual(['AdjustmentProposed']);
    expect(propose({ ...tolerance, centipoints: 3_01 }, { item })).toBe('tolerance_over_loss');
  });

  it('comes too late for a frozen period, unless it takes back a line', () => {
    expect(propose({}, { isPeriodFrozen: true })).toBe('period_frozen');
    const reversal = { kind: 'reversal', reversalOf: 'l1', centipoints: -1_00 } as const;
    const line = { isReversed: false, isOfCard: false };
    expect(propose(reversal, { isPeriodFrozen: true, line })).toEqual(['AdjustmentProposed']);
    expect(propose(reversal, { line: { ...line, isReversed: true } })).toBe('line_reversed_already');
    expect(propose(reversal, { line: { ...line, isOfCard: true } })).toBe('line_of_card');
    expect(propose({}, { isPeriodToCome: true })).toBe('period_to_come');
  });
});

describe('the second signature', () => {
  it('is another person’s, of no department concerned', () => {
    expect(settle({ type: 'sign' }, SECOND)).toMatchObject([
      { type: 'AdjustmentEntered', staffId: 'second', policyVersion: 'appraisal-1', ordinal: 1 },
    ]);
    expect(settle({ type: 'sign' }, FIRST)).toBe('second_signer_is_first');
    expect(settle({ type: 'sign' }, person('third', 'leader', 'planning'))).toBe('adjustment_own_department');
    expect(settle({ type: 'sign' }, person('third', 'inspector'))).toBe('not_authorised');
    const standIn = { ...SECOND, standsInFor: { staffId: 'first', ownDepartmentId: 'office' } };
    expect(settle({ type: 'sign' }, standIn)).toBe('second_signer_is_first');
  });

  it('asks for the cap and the freeze again', () => {
    expect(settle({ type: 'sign' }, SECOND, { soFar: { centipoints: 4_00, count: 2 } })).toBe(
      'adjustment_over_cap',
    );
    expect(settle({ type: 'sign' }, SECOND, { isPeriodFrozen: true })).toBe('period_frozen');
  });

  const after: Readonly<Record<AdjustmentStatus, Adjustment>> = {
    proposed: proposed(),
    entered: { ...proposed(), status: 'entered' },
    declined: { ...proposed(), status: 'declined' },
    withdrawn: { ...proposed(), status: 'withdrawn' },
  };
  const COMMANDS: readonly (readonly [AdjustmentCommand, StaffActor, string])[] = [
    [{ type: 'sign' }, SECOND, 'AdjustmentEntered'],
    [{ type: 'decline', note: '依据不足' }, SECOND, 'AdjustmentDeclined'],
    [{ type: 'withdraw' }, FIRST, 'AdjustmentWithdrawn'],
  ];
  for (const [status, adjustment] of Object.entries(after))
    for (const [command, actor, type] of COMMANDS)
      test(`${status}: ${command.type}`, () => {
        const outcome = settle(command, actor, {}, adjustment);
        if (status === 'proposed') expect(outcome).toMatchObject([{ type }]);
        else expect(outcome).toBe('adjustment_settled');
      });

  it('lets only the proposer withdraw', () => {
    expect(settle({ type: 'withdraw' }, person('other', 'appraisal_admin'))).toBe('not_authorised');
    expect(settle({ type: 'decline', note: '依据不足' }, FIRST)).toBe('second_signer_is_first');
  });
});

it('enters one line, with what it rests on', () => {
  const adjustment = proposed({ centipoints: -1_50, kind: 'deduction' });
  const [event] = settle(
    { type: 'sign' },
    SECOND,
    { soFar: { centipoints: -2_00, count: 1 } },
    adjustment,
  ) as [AdjustmentEvent];
  expect(scoreAdjustment(event, adjustment)).toEqual([
    {
      departmentId: 'planning',
      period: '2026-Q4',
      account: 'adjustment',
      rule: 'deduction',
      centipoints: -1_50,
      policyVersion: 'appraisal-1',
      arithmetic: { document: '园考〔2026〕18号', soFar: -2_00, cap: 5_00 },
      ordinal: 2,
    },
  ]);
  expect(scoreAdjustment({ type: 'AdjustmentWithdrawn', at: NOW, staffId: 'first' }, adjustment)).toEqual([]);
});
