import { refused, type Refusal } from '../decision.ts';
import type { SupervisionPolicy } from '../policy/supervision-policy.ts';

/** What is known of an open item that may be on the same matter. */
export type OpenMatter = {
  readonly itemId: string;
  readonly number: string;
  readonly leadDepartmentId: string | null;
  readonly complaintIds: readonly string[];
  /** How alike the two problems are, in hundredths. */
  readonly likeness: number;
};

export const DOUBLE_GROUNDS = ['same_complaint', 'look_alike'] as const;
export type DoubleGround = (typeof DOUBLE_GROUNDS)[number];

/** An open item on the same matter. */
export type Double = { readonly itemId: string; readonly number: string; readonly ground: DoubleGround };

/** Why an item goes on beside others on the same matter. */
export type Beside = { readonly reason: string; readonly doubles: readonly Double[] };

/**
 * The open items that a matter would be supervised beside: those that have one of its complaints already, and those of the
 * same lead department whose problem reads alike. Where a lead is not known yet, the texts have to be more alike. The most
 * certain come first. Source: domain.md, Burden meter: a second item on a matter already under supervision is stopped.
 */
export function doublesOf(
  matter: Pick<OpenMatter, 'complaintIds' | 'leadDepartmentId'>,
  open: readonly OpenMatter[],
  policy: SupervisionPolicy,
): readonly Double[] {
  const found = open.flatMap((other): readonly (Double & { readonly likeness: number })[] => {
    const { itemId, number, likeness } = other;
    if (other.complaintIds.some((id) => matter.complaintIds.includes(id)))
      return [{ itemId, number, ground: 'same_complaint', likeness: 101 }];
    const isLeadKnown = matter.leadDepartmentId !== null && other.leadDepartmentId !== null;
    if (isLeadKnown && matter.leadDepartmentId !== other.leadDepartmentId) return [];
    const least = isLeadKnown ? policy.doubleOfSameLead : policy.doubleOfAnyLead;
    return likeness >= least ? [{ itemId, number, ground: 'look_alike', likeness }] : [];
  });
  return found
    .toSorted((a, b) => b.likeness - a.likeness || (a.number < b.number ? -1 : 1))
    .map(({ itemId, number, ground }) => ({ itemId, number, ground }));
}

type Answer =
  | { readonly ok: true; readonly said: { readonly beside?: Beside } }
  | { readonly ok: false; readonly refusal: Refusal<'already_supervised'> };

/**
 * Whether an item may go on beside these doubles: with a reason, or where the reason was given before. What was said is kept
 * in the event. The refusal names the first of them.
 */
export function besideOf(doubles: readonly Double[], knownIds: readonly string[], reason = ''): Answer {
  const fresh = doubles.filter(({ itemId }) => !knownIds.includes(itemId));
  const [first] = fresh;
  if (first === undefined) return { ok: true, said: {} };
  const { itemId, number, ground } = first;
  if (reason === '') return refused('already_supervised', { itemId, number, ground });
  return { ok: true, said: { beside: { reason, doubles: fresh } } };
}
