import { policyVersion } from '@bihuan/db';
import { DEFAULT_BULLETIN, type Actor, type MonthSnapshot } from '@bihuan/domain';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { seesUnpublished } from './bulletin-scope.ts';
import { bulletinFor, bulletinRef } from './change-bulletin.ts';
import { takeMonthSnapshot } from './take-month-snapshot.ts';

const schema = z.object(bulletinRef);

/** Counts a month again as of its own cut and says which figures differ from the snapshot; there should be none. */
export async function recountBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly differing: readonly string[] }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (!seesUnpublished(actor)) return refusal('not_found');
  const loaded = await bulletinFor(house, actor, { bulletinId: parsed.value.bulletinId });
  if (!loaded.ok) return loaded;
  const { snapshot } = loaded.value.state;
  if (snapshot.of !== 'month') return refusal('not_found');
  const policy = (await policyVersion(house.db, 'bulletin', snapshot.policyVersion)) ?? DEFAULT_BULLETIN;
  const cut = { at: snapshot.cutAt, position: snapshot.cutPosition };
  const again = await takeMonthSnapshot(house, snapshot.month, policy, cut, snapshot.corrections);
  const parts = ['figures', 'departments', 'strikeOffs', 'recurring'] as const;
  const now = nameless(again);
  const then = nameless(snapshot);
  return done({ differing: parts.filter((part) => !isDeepStrictEqual(now[part], then[part])) });
}

/** Departments go by their ids: one may have got another name since, and keeps in the bulletin the one it had. */
function nameless({ figures, departments, strikeOffs, recurring }: MonthSnapshot) {
  const unnamed = departments.map(({ departmentId, figures: counted, band, composite }) => ({
    ...{ departmentId, counted, band, composite },
  }));
  return { figures, departments: unnamed, strikeOffs, recurring };
}
