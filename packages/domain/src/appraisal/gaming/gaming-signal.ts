import { BrokenStream } from '../../broken-stream.ts';
import type { Instant } from '../../calendar/index.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import type { Found } from './gaming-facts.ts';

/** What a person came to. Nothing of it changes a score by itself. */
export const GAMING_OUTCOMES = ['nothing_found', 'talk', 'correction_ordered', 'referred'] as const;
export type GamingOutcome = (typeof GAMING_OUTCOMES)[number];

export type GamingDecision = {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: GamingOutcome;
  readonly reason: string;
};

/** A thing that looks like gaming, waiting for a person or decided by one; what grew after a decision waits again. */
export type GamingSignal = Found & {
  readonly id: string;
  readonly status: 'open' | 'decided';
  readonly policyVersion: string;
  readonly raisedAt: Instant;
  /** When its rows last changed. */
  readonly grownAt: Instant;
  /** The latest last. */
  readonly decisions: readonly GamingDecision[];
};

export type GamingSignalEvent =
  | ({ readonly type: 'GamingSignalRaised'; readonly at: Instant; readonly id: string } & Grounds & Found)
  | ({ readonly type: 'GamingSignalGrown'; readonly at: Instant } & Grounds & Pick<Found, 'rows' | 'values'>)
  | ({ readonly type: 'GamingSignalDecided' } & GamingDecision);
type Grounds = { readonly policyVersion: string };

export type GamingSignalRefusal = 'signal_already_decided';

/**
 * What finding a thing again brings about: a signal where there is none, its new rows where there are more, else nothing. Rows that
 * are no more found stay: what was seen was seen.
 */
export function noticeGaming(
  signal: GamingSignal | null,
  found: Found,
  {
    id,
    now: at,
    policyVersion,
  }: { readonly id: string; readonly now: Instant; readonly policyVersion: string },
): readonly GamingSignalEvent[] {
  if (signal === null) return [{ type: 'GamingSignalRaised', at, id, policyVersion, ...found }];
  const known = new Set(signal.rows.map((row) => row.id));
  const added = found.rows.filter((row) => !known.has(row.id));
  const returns = found.values['returns'] ?? 0;
  if (added.length === 0 && returns <= (signal.values['returns'] ?? 0)) return [];
  const rows = [...signal.rows, ...added];
  return [{ type: 'GamingSignalGrown', at, policyVersion, rows, values: found.values }];
}

export function decideGamingSignal(
  signal: GamingSignal,
  decision: GamingDecision,
): Decision<GamingSignalEvent, GamingSignalRefusal> {
  if (signal.status === 'decided') return refused('signal_already_decided');
  return happened({ type: 'GamingSignalDecided', ...decision });
}

export function evolveGamingSignal(signal: GamingSignal | null, event: GamingSignalEvent): GamingSignal {
  if (event.type === 'GamingSignalRaised') {
    const { type: _, at, ...raised } = event;
    return { ...raised, status: 'open', raisedAt: at, grownAt: at, decisions: [] };
  }
  if (signal === null) throw new BrokenStream(`${event.type} before GamingSignalRaised`);
  if (event.type === 'GamingSignalGrown') {
    const { rows, values, policyVersion, at } = event;
    return { ...signal, rows, values, policyVersion, grownAt: at, status: 'open' };
  }
  const { type: _, ...decision } = event;
  return { ...signal, status: 'decided', decisions: [...signal.decisions, decision] };
}

export function foldGamingSignal(events: readonly GamingSignalEvent[]): GamingSignal | null {
  return events.reduce<GamingSignal | null>(evolveGamingSignal, null);
}
