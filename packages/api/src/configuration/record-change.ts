import type { NewConfigurationChange } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { typedText } from '../parse-input.ts';

/** Why something is changed; asked for wherever others will wonder. */
export const reasonOfChange = typedText(2, 200);

/** A change by this actor, now. */
export function changeBy(
  house: House,
  actor: Actor,
  change: Omit<NewConfigurationChange, 'id' | 'at' | 'staffId'>,
): NewConfigurationChange {
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  return { ...change, id: house.newId(), at: house.now(), staffId };
}
