import type { DepartmentName } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { readVersions, type PolicyVersions } from '../drafting/read-policy-versions.ts';
import { CALLBACK_DESK } from './callback-desk.ts';

export type CallbackRulesPage = PolicyVersions<'callbacks'> & {
  /** Departments that can have a share of their own. */
  readonly departments: readonly DepartmentName[];
};

/** The rules of callbacks: in force, published, drafted. */
export async function readCallbackRules(house: House, actor: Actor): Promise<Result<CallbackRulesPage>> {
  const versions = await readVersions(CALLBACK_DESK, house, actor);
  if (!versions.ok) return versions;
  return done({ ...versions.value, departments: await answerableDepartments(house) });
}
