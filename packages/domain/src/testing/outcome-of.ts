import type { Decision, Refusal } from '../decision.ts';

/** What a decision came to: its events, or its refusal. */
export function outcomeOf<Event, Code extends string>(
  decision: Decision<Event, Code>,
): readonly Event[] | Refusal<Code> {
  return decision.ok ? decision.events : decision.refusal;
}
