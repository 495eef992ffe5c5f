import {
  listRoutingVersions,
  readLatestTryOut,
  readNames,
  type DepartmentName,
  type RoutingVersion,
  type TryOut,
} from '@bihuan/db';
import type { Actor, RoutingPolicy } from '@bihuan/domain';
import { listCategories, type CategoryChoice } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { changesRouting, readsRouting } from './routing-authority.ts';
import { routingOf } from './routing-in-force.ts';

export type PublishedRouting = Omit<RoutingVersion, 'policy' | 'isDraft'> & {
  readonly version: string;
  readonly rules: number;
};

/** The catalogue with its versions, its draft and the try-out of that. */
export type RoutingPage = {
  readonly inForce: RoutingPolicy;
  /** Published ones, the newest first. */
  readonly versions: readonly PublishedRouting[];
  readonly draft: RoutingPolicy | null;
  readonly tryOut: TryOut | null;
  readonly categories: readonly CategoryChoice[];
  /** Departments that can be named. */
  readonly departments: readonly DepartmentName[];
  /** Names of all departments that occur, also of those that are no more. */
  readonly names: Readonly<Record<string, DepartmentName>>;
  readonly mayChange: boolean;
};

export async function readRouting(house: House, actor: Actor): Promise<Result<RoutingPage>> {
  if (!readsRouting(actor)) return refusal('not_found');
  const [inForce, versions, categories, departments] = await Promise.all([
    routingOf(house),
    listRoutingVersions(house.db),
    listCategories(house),
    answerableDepartments(house),
  ]);
  const draft = versions.find(({ isDraft }) => isDraft)?.policy ?? null;
  const tryOut = draft === null ? null : await readLatestTryOut(house.db, draft.version);
  const named = [inForce, ...(draft ? [draft] : [])].flatMap(({ rules }) =>
    rules.flatMap((rule) => [rule.leadDepartmentId, ...rule.cooperatingDepartmentIds]),
  );
  const moved = tryOut?.result?.examples ?? [];
  const shown = moved.flatMap(({ before, after, sentTo }) => [
    before?.departmentId,
    after?.departmentId,
    sentTo,
  ]);
  const ids = new Set([...named, ...shown].filter((id) => id !== undefined));
  const { departments: names } = await readNames(house.db, ids);
  return done({
    inForce,
    versions: versions
      .filter(({ isDraft }) => !isDraft)
      .map(({ policy, effectiveFrom, source }) => ({
        ...{ effectiveFrom, source, version: policy.version, rules: policy.rules.length },
      })),
    ...{ draft, tryOut, categories, departments },
    names: Object.fromEntries(names),
    mayChange: changesRouting(actor),
  });
}
