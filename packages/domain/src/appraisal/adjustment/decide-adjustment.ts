import type { Instant } from '../../calendar/index.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import { hasRole, personsOf, unitsOf, type Actor, type Role } from '../../people/actor.ts';
import type { AppraisalPolicy } from '../../policy/appraisal-policy.ts';
import type { ScoringPolicy } from '../../policy/scoring-policy.ts';
import type { ScoringRule } from '../score-line.ts';
import type { Adjustment, AdjustmentContent, AdjustmentEvent, AdjustmentKind } from './adjustment.ts';

export type AdjustmentRefusal =
  | 'not_authorised'
  /** Nobody enters points for a department they belong to. */
  | 'adjustment_own_department'
  /** The second signature is another person's. */
  | 'second_signer_is_first'
  | 'adjustment_settled'
  | 'adjustment_over_cap'
  | 'period_frozen'
  /** A period that has not begun. */
  | 'period_to_come'
  /** The reward of this item was given, or waits for its second signature. */
  | 'hard_problem_rewarded'
  /** Only an item that left the list as solved was a problem solved. */
  | 'hard_problem_not_solved'
  /** More than the department lost on the item. */
  | 'tolerance_over_loss'
  | 'line_reversed_already'
  /** Points of a card come back by the objection to the card. */
  | 'line_of_card';

/** What a proposal is about, as it stands now. */
export type AdjustmentGround = {
  readonly isPeriodFrozen: boolean;
  readonly isPeriodToCome: boolean;
  /** What lines of its kind come to in department and period, and how many there are. */
  readonly soFar: { readonly centipoints: number; readonly count: number };
  /** The item it is about, where it is about one. */
  readonly item: {
    readonly isStruckOff: boolean;
    readonly isRewarded: boolean;
    /** Hundredths of a point that the department lost on it in the period less what was given back, as a positive number. */
    readonly lost: number;
  } | null;
  /** The line it takes back, where it takes one back. */
  readonly line: { readonly isReversed: boolean; readonly isOfCard: boolean } | null;
};

export type AdjustmentContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly scoring: ScoringPolicy;
  readonly appraisal: AppraisalPolicy;
  readonly ground: AdjustmentGround;
};

export type AdjustmentCommand =
  | { readonly type: 'sign' }
  | { readonly type: 'decline'; readonly note: string }
  | { readonly type: 'withdraw' };

/** Who may give each command. */
export const ADJUSTMENT_AUTHORITY: Readonly<Record<AdjustmentCommand['type'] | 'propose', readonly Role[]>> =
  {
    propose: ['appraisal_admin'],
    sign: ['appraisal_admin', 'leader'],
    decline: ['appraisal_admin', 'leader'],
    withdraw: ['appraisal_admin'],
  };

export const ADJUSTMENT_RULE: Readonly<Record<AdjustmentKind, ScoringRule>> = {
  bonus: 'bonus',
  deduction: 'deduction',
  hard_problem: 'hard_problem',
  error_tolerance: 'error_tolerance',
  reversal: 'reversed',
};

type AdjustmentDecision = Decision<AdjustmentEvent, AdjustmentRefusal>;

/** Proposes a line by hand. Source: domain.md, Appraisal. */
export function proposeAdjustment(
  id: string,
  content: AdjustmentContent,
  context: AdjustmentContext,
): AdjustmentDecision {
  const { actor, now } = context;
  if (!hasRole(actor, ...ADJUSTMENT_AUTHORITY.propose)) return refused('not_authorised');
  if (unitsOf(actor).includes(content.departmentId)) return refused('adjustment_own_department');
  const fault = faultOf(content, context);
  if (fault !== null) return refused(fault);
  return happened({ type: 'AdjustmentProposed', at: now, id, staffId: actor.staffId, ...content });
}

/** Enters, declines or withdraws what was proposed. */
export function decideAdjustment(
  adjustment: Adjustment,
  command: AdjustmentCommand,
  context: AdjustmentContext,
): AdjustmentDecision {
  const { actor, now } = context;
  if (!hasRole(actor, ...ADJUSTMENT_AUTHORITY[command.type])) return refused('not_authorised');
  if (adjustment.status !== 'proposed') return refused('adjustment_settled');
  const { staffId } = actor;
  const isProposer = personsOf(actor).includes(adjustment.proposedById);
  if (command.type === 'withdraw')
    return isProposer
      ? happened({ type: 'AdjustmentWithdrawn', at: now, staffId })
      : refused('not_authorised');
  if (isProposer) return refused('second_signer_is_first');
  if (unitsOf(actor).includes(adjustment.departmentId)) return refused('adjustment_own_department');
  if (command.type === 'decline')
    return happened({ type: 'AdjustmentDeclined', at: now, staffId, note: command.note });
  const fault = faultOf(adjustment, context);
  if (fault !== null) return refused(fault);
  return happened({
    type: 'AdjustmentEntered',
    at: now,
    staffId,
    policyVersion: isCapped(adjustment) ? context.appraisal.version : context.scoring.version,
    ordinal: isCapped(adjustment) ? context.ground.soFar.count + 1 : null,
    cap: isCapped(adjustment)
      ? { soFar: context.ground.soFar.centipoints, most: context.appraisal.adjustmentCap }
      : null,
  });
}

function faultOf(
  { kind, centipoints }: AdjustmentContent,
  { appraisal, ground }: AdjustmentContext,
): AdjustmentRefusal | null {
  const { soFar, item, line } = ground;
  if (ground.isPeriodToCome) return 'period_to_come';
  if (kind === 'reversal') {
    if (line?.isOfCard === true) return 'line_of_card';
    return line?.isReversed === true ? 'line_reversed_already' : null;
  }
  // A reversal corrects its period and calls for a restatement; anything else comes too late.
  if (ground.isPeriodFrozen) return 'period_frozen';
  if (kind === 'hard_problem') {
    if (item?.isStruckOff !== true) return 'hard_problem_not_solved';
    return item.isRewarded ? 'hard_problem_rewarded' : null;
  }
  if (kind === 'error_tolerance') return centipoints > (item?.lost ?? 0) ? 'tolerance_over_loss' : null;
  const isOver = Math.abs(soFar.centipoints + centipoints) > appraisal.adjustmentCap;
  return isOver ? 'adjustment_over_cap' : null;
}

function isCapped({ kind }: Pick<AdjustmentContent, 'kind'>): boolean {
  return kind === 'bonus' || kind === 'deduction';
}
