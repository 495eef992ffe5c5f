import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import type { Result } from '../../result.ts';
import { beginDraft, dropDraft, saveDraft, type ChangedPolicy } from '../drafting/change-policy-draft.ts';
import { publishDraft } from '../drafting/publish-policy-draft.ts';
import { CALLBACK_DESK } from './callback-desk.ts';

export function beginCallbackDraft(house: House, actor: Actor): Promise<Result<ChangedPolicy>> {
  return beginDraft(CALLBACK_DESK, house, actor);
}

export function saveCallbackDraft(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedPolicy>> {
  return saveDraft(CALLBACK_DESK, house, actor, raw);
}

export function dropCallbackDraft(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  return dropDraft(CALLBACK_DESK, house, actor, raw);
}

export function publishCallbacks(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedPolicy>> {
  return publishDraft(CALLBACK_DESK, house, actor, raw);
}
