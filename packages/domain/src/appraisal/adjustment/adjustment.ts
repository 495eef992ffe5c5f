import type { Instant } from '../../calendar/index.ts';
import type { Account } from '../score-line.ts';

/**
 * Lines entered by hand. bonus, deduction: the adjustment account, within its cap · hard_problem: a reward on an item solved ·
 * error_tolerance (容错): gives back points lost on an item in an honest try · reversal: takes back one line, whatever its account.
 */
export const ADJUSTMENT_KINDS = [
  'bonus',
  'deduction',
  'hard_problem',
  'error_tolerance',
  'reversal',
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export type AdjustmentStatus = 'proposed' | 'entered' | 'declined' | 'withdrawn';

/** What is to be entered, and what it rests on. */
export type AdjustmentContent = {
  readonly departmentId: string;
  readonly period: string;
  readonly kind: AdjustmentKind;
  readonly account: Account;
  /** Hundredths of a point, with their sign. */
  readonly centipoints: number;
  /** What happened, as the document says it. */
  readonly basis: string;
  readonly documentNumber: string;
  readonly reason: string;
  /** The item it is about; null where there is none. */
  readonly itemId: string | null;
  /** The line it takes back; null where it takes none back. */
  readonly reversalOf: string | null;
};

/** A line by hand: proposed by one person, entered by the signature of another. */
export type Adjustment = AdjustmentContent & {
  readonly id: string;
  readonly status: AdjustmentStatus;
  readonly proposedAt: Instant;
  readonly proposedById: string;
  readonly settledAt: Instant | null;
  readonly settledById: string | null;
  /** Why it was declined. */
  readonly note: string;
};

export type AdjustmentEvent =
  | ({
      readonly type: 'AdjustmentProposed';
      readonly at: Instant;
      readonly id: string;
      readonly staffId: string;
    } & AdjustmentContent)
  | {
      readonly type: 'AdjustmentEntered';
      readonly at: Instant;
      readonly staffId: string;
      /** The rules the line stands under. */
      readonly policyVersion: string;
      /** Which one of its kind it is in department and period, where the kind has a cap; null otherwise. */
      readonly ordinal: number | null;
      /** What the lines of its kind came to before, and what they may come to; null where it has no cap. */
      readonly cap: { readonly soFar: number; readonly most: number } | null;
    }
  | {
      readonly type: 'AdjustmentDeclined';
      readonly at: Instant;
      readonly staffId: string;
      readonly note: string;
    }
  | { readonly type: 'AdjustmentWithdrawn'; readonly at: Instant; readonly staffId: string };

export type AdjustmentEventType = AdjustmentEvent['type'];

/** State after an event; null before the first. */
export function evolveAdjustment(state: Adjustment | null, event: AdjustmentEvent): Adjustment | null {
  if (event.type === 'AdjustmentProposed') {
    const { type: _, at, staffId, ...content } = event;
    return {
      ...content,
      status: 'proposed',
      proposedAt: at,
      proposedById: staffId,
      settledAt: null,
      settledById: null,
      note: '',
    };
  }
  if (state === null) return null;
  const settled = { ...state, settledAt: event.at, settledById: event.staffId };
  switch (event.type) {
    case 'AdjustmentEntered':
      return { ...settled, status: 'entered' };
    case 'AdjustmentDeclined':
      return { ...settled, status: 'declined', note: event.note };
    case 'AdjustmentWithdrawn':
      return { ...settled, status: 'withdrawn' };
  }
}

export function foldAdjustment(events: readonly AdjustmentEvent[]): Adjustment | null {
  return events.reduce<Adjustment | null>(evolveAdjustment, null);
}
