import { readAskedRuleChanges, readRuleChange, type AskedRuleChange, type PolicyOrigin } from '@bihuan/db';
import type { House } from '../../house.ts';

/** Changes of rules that recurring matters ask for and that are still open. */
export function askedChanges(house: House): Promise<readonly AskedRuleChange[]> {
  return readAskedRuleChanges(house.db);
}

/** A matter as the origin of a draft; null where it asks for no change now. */
export async function originOfMatter(house: House, matterId: string): Promise<PolicyOrigin | null> {
  const matter = await readRuleChange(house.db, matterId);
  if (matter?.status !== 'change_asked') return null;
  const { category, departmentId, causeClass } = matter;
  return { type: 'recurring', matterId, category, departmentId, causeClass };
}
