import type {
  Impact,
  PriorityMatrix,
  RoutingCondition,
  RoutingRule,
  Urgency,
} from '../policy/routing-policy.ts';
import { IMPORTANCES, type Importance } from '../supervision/supervision-item.ts';
import type { CauseClass } from './complaint.ts';

/** What of a complaint decides where it goes. */
export type RoutingFacts = {
  readonly category: string | null;
  /** The category above it. */
  readonly topCategory: string | null;
  readonly text: string;
  readonly place: string;
  readonly causeClass: CauseClass;
};

/** What a rule found: the category, the words, the place. */
export type RoutingReason =
  | { readonly kind: 'category'; readonly code: string }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'cause_class'; readonly causeClass: CauseClass };

export type RoutingMatch = { readonly rule: RoutingRule; readonly because: readonly RoutingReason[] };

/** The first rule that holds, with what it found; null where none does. */
export function matchRoute(rules: readonly RoutingRule[], facts: RoutingFacts): RoutingMatch | null {
  for (const rule of rules) {
    const because = findReasons(rule.when, facts);
    if (because !== null) return { rule, because };
  }
  return null;
}

/** What follows from impact and urgency; a rule may ask for more, never for less. */
export function importanceOf(
  priorities: PriorityMatrix,
  impact: Impact,
  urgency: Urgency,
  least: Importance = 'normal',
): Importance {
  const judged = priorities[impact][urgency];
  return IMPORTANCES.indexOf(judged) < IMPORTANCES.indexOf(least) ? least : judged;
}

function findReasons(when: RoutingCondition, facts: RoutingFacts): readonly RoutingReason[] | null {
  const reasons: RoutingReason[] = [];
  if (when.categories.length > 0) {
    const code = [facts.category, facts.topCategory].find(
      (one) => one !== null && when.categories.includes(one),
    );
    if (code === undefined || code === null) return null;
    reasons.push({ kind: 'category', code });
  }
  if (when.words.length > 0) {
    const text = facts.text.toLowerCase();
    const words = when.words.filter((word) => text.includes(word.toLowerCase()));
    if (words.length === 0) return null;
    reasons.push({ kind: 'words', words });
  }
  if (when.places.length > 0) {
    const place = when.places.find((one) => facts.place.includes(one));
    if (place === undefined) return null;
    reasons.push({ kind: 'place', place });
  }
  if (when.causeClasses.length > 0) {
    if (!when.causeClasses.includes(facts.causeClass)) return null;
    reasons.push({ kind: 'cause_class', causeClass: facts.causeClass });
  }
  return reasons;
}
