import { changeData, readSetting, saveSetting } from '@bihuan/db';
import { hasRole, SECOND_FACTOR_RULES, type Actor, type SecondFactorRule } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const KEY = 'second_factor';
const saved = z.object({ rule: z.enum(SECOND_FACTOR_RULES) });
const schema = z.object({ rule: choice(SECOND_FACTOR_RULES), reason: reasonOfChange });

/** What a house asks for; `required` where nobody decided otherwise. */
export async function readSecondFactorRule(house: Pick<House, 'db'>): Promise<SecondFactorRule> {
  const found = saved.safeParse(await readSetting(house.db, KEY));
  return found.success ? found.data.rule : 'required';
}

/** Decides it without anybody's hand: for the demonstration, whose accounts are printed on the screen. */
export function setSecondFactorRule(house: Pick<House, 'db'>, rule: SecondFactorRule): Promise<void> {
  return saveSetting(house.db, KEY, { rule });
}

/** Decides whether everybody above the clerks must have a second factor; for system admins, with a reason. */
export async function changeSecondFactorRule(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly rule: SecondFactorRule }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { rule, reason } = parsed.value;
  const change = changeBy(house, actor, {
    ...{ subject: 'staff', subjectId: KEY, reason },
    before: { secondFactorRule: await readSecondFactorRule(house) },
    after: { secondFactorRule: rule },
  });
  await house.db.prisma.configurationChange.create({ data: changeData(change) });
  await setSecondFactorRule(house, rule);
  return done({ rule });
}
