import { loadAccess, saveAccess, saveChange } from '@bihuan/db';
import {
  decideAccess,
  evolveAccess,
  type AccessCommand,
  type AccessStatus,
  type Actor,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor, retrying } from '../../work.ts';

export type ChangedAccess = { readonly accessId: string; readonly status: AccessStatus };

/** Gives one command on a request for identity access and saves. To a complainant others' requests are `not_found`. */
export async function changeAccess(
  house: House,
  actor: Actor,
  accessId: string,
  command: AccessCommand,
): Promise<Result<ChangedAccess>> {
  return retrying(async () => {
    const loaded = await loadAccess(house.db, accessId);
    if (loaded === null) return refusal('not_found');
    const { state, head } = loaded;
    const decision = decideAccess(state, command, { actor, now: house.now() });
    if (!decision.ok) {
      const { code, data } = decision.refusal;
      return refusal(code === 'not_authorised' ? 'not_found' : code, data);
    }
    const after = decision.events.reduce(evolveAccess, state);
    const statements = saveAccess(after, head, decision.events, eventActor(actor));
    const saved = await saveChange(house.db, { statements });
    return saved.ok ? done({ accessId, status: after.status }) : refusal('stale');
  });
}
