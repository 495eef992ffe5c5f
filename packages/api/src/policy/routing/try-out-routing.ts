import {
  askForTryOut,
  countRoutedCases,
  finishTryOut,
  readRoutedCases,
  readRoutingDraft,
  readSuccession,
  readTryOut,
  saveTryOutProgress,
  type MovedCase,
  type TryOutResult,
} from '@bihuan/db';
import {
  departmentInCharge,
  localDateOf,
  matchRoute,
  type Actor,
  type RoutingFacts,
  type RoutingPolicy,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { changesRouting } from './routing-authority.ts';
import { routingOf } from './routing-in-force.ts';

const DAYS_BACK = 365;
const AT_ONCE = 500;
const MOST_EXAMPLES = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Has the draft tried out on the cases of the last year; the worker does it, and the page tells how far it is. */
export async function tryOutRouting(
  house: House,
  actor: Actor,
): Promise<Result<{ readonly tryOutId: string }>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const draft = await readRoutingDraft(house.db);
  if (draft === null) return refusal('not_found');
  const { version, revision } = draft.policy;
  const id = house.newId();
  await askForTryOut(house.db, { id, version, revision, at: house.now(), staffId: actor.staffId });
  return done({ tryOutId: id });
}

const jobSchema = z.object({ tryOutId: z.uuid() });

/** Works on a try-out: nothing but its own row is written. A draft that was changed meanwhile is let go. */
export async function runTryOut(house: House, data: unknown): Promise<void> {
  const tryOut = await readTryOut(house.db, jobSchema.parse(data).tryOutId);
  const draft = await readRoutingDraft(house.db);
  if (tryOut === null || tryOut.isFinished) return;
  if (draft?.policy.version !== tryOut.version || draft.policy.revision !== tryOut.revision) return;
  const inForce = await routingOf(house);
  const since = new Date(Date.parse(house.now()) - DAYS_BACK * 86_400_000).toISOString();
  const total = await countRoutedCases(house.db, since);
  const compare = await comparer(house, inForce, draft.policy);
  const result: { -readonly [Key in keyof TryOutResult]: TryOutResult[Key] } = {
    ...{ cases: 0, matchedBefore: 0, matchedAfter: 0, rightBefore: 0, rightAfter: 0, moved: 0, examples: [] },
  };
  const examples: MovedCase[] = [];
  for (let after = FIRST, isMore = true; isMore;) {
    const cases = await readRoutedCases(house.db, since, after, AT_ONCE);
    for (const one of cases) {
      const { before, after: then, sentTo } = compare(one, one.sentTo);
      result.cases += 1;
      if (before !== null) result.matchedBefore += 1;
      if (then !== null) result.matchedAfter += 1;
      if (before?.departmentId === sentTo) result.rightBefore += 1;
      if (then?.departmentId === sentTo) result.rightAfter += 1;
      if (before?.departmentId === then?.departmentId) continue;
      result.moved += 1;
      const { id, trackingNumber, title } = one;
      if (examples.length < MOST_EXAMPLES)
        examples.push({ id, trackingNumber, title, before, after: then, sentTo });
    }
    after = cases.at(-1)?.id ?? after;
    isMore = cases.length === AT_ONCE;
    await saveTryOutProgress(house.db, tryOut.id, result.cases, Math.max(total, result.cases));
  }
  await finishTryOut(house.db, tryOut.id, { ...result, examples }, house.now());
}

async function comparer(house: House, inForce: RoutingPolicy, draft: RoutingPolicy) {
  const departments = await readSuccession(house.db);
  const today = localDateOf(house.now());
  const inCharge = (id: string) => departmentInCharge(departments, id, today) ?? id;
  const routed = (policy: RoutingPolicy, facts: RoutingFacts) => {
    const match = matchRoute(policy.rules, facts);
    return match && { rule: match.rule.name, departmentId: inCharge(match.rule.leadDepartmentId) };
  };
  return (facts: RoutingFacts, sentTo: string) => ({
    before: routed(inForce, facts),
    after: routed(draft, facts),
    sentTo: inCharge(sentTo),
  });
}
