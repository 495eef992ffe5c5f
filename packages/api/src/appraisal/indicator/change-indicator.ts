import { loadIndicator, saveChange, saveIndicator, type LoadedIndicator, type Statement } from '@bihuan/db';
import {
  decideIndicator,
  evolveIndicator,
  periodOn,
  type Actor,
  type BulletinMonth,
  type Indicator,
  type IndicatorCommand,
  type IndicatorContext,
  type IndicatorEvent,
  type IndicatorStatus,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { indicatorNotices } from '../../notification/notices-of-events.ts';
import { seenVersion } from '../../parse-input.ts';
import { indicatorPolicyOn, periodsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type InputCode, type Result } from '../../result.ts';
import { eventActor, retrying } from '../../work.ts';
import { periodIsFrozen } from '../period-frozen.ts';
import { indicatorReach } from './indicator-reach.ts';

/** Which indicator, and the version of it that the person saw; a form sends both. */
export const indicatorRef = {
  indicatorId: z.uuid('required' satisfies InputCode),
  version: seenVersion,
};

export type IndicatorRef = { readonly indicatorId: string; readonly version?: number | undefined };

/** What an indicator has become; `isChanged` false where everything was there already. */
export type ChangedIndicator = {
  readonly indicatorId: string;
  readonly status: IndicatorStatus;
  readonly isChanged: boolean;
};

/** The indicator for somebody who may see it; refused as stale where it is not the version they saw. */
export async function indicatorFor(
  house: House,
  actor: Actor,
  { indicatorId, version }: IndicatorRef,
): Promise<Result<LoadedIndicator>> {
  const loaded = await loadIndicator(house.db, indicatorId);
  if (loaded === null) return refusal('not_found');
  if (actor.kind !== 'system' && indicatorReach(actor, loaded.state) === 'nothing')
    return refusal('not_found');
  if (version !== undefined && version !== loaded.head.version) return refusal('stale');
  return done(loaded);
}

/** What decisions on an indicator read beside it. `month`: the one that the command is about. */
export async function indicatorContext(
  house: House,
  actor: Actor,
  month: BulletinMonth | null,
): Promise<IndicatorContext> {
  return {
    ...{ actor, now: house.now(), policy: await indicatorPolicyOn(house) },
    isPeriodFrozen:
      month !== null && (await periodIsFrozen(house, periodOn(`${month}-01`, await periodsOf(house)).id)),
  };
}

/** The month a command is about; null where it is about none. */
export function monthOf(state: Indicator, command: IndicatorCommand): BulletinMonth | null {
  if ('month' in command) return command.month;
  if (!('resultId' in command) || !('results' in state)) return null;
  return state.results.find(({ id }) => id === command.resultId)?.month ?? null;
}

/** Gives one command on an indicator and saves. `context`: what the decision reads besides. */
export async function changeIndicator(
  house: House,
  actor: Actor,
  ref: IndicatorRef,
  command: IndicatorCommand,
  more: Partial<IndicatorContext> = {},
): Promise<Result<ChangedIndicator>> {
  return retrying(async () => {
    const loaded = await indicatorFor(house, actor, ref);
    if (!loaded.ok) return loaded;
    const { state, head } = loaded.value;
    const context = await indicatorContext(house, actor, monthOf(state, command));
    const decision = decideIndicator(state, command, { ...context, ...more });
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const { events } = decision;
    const after = events.reduce<Indicator>(evolveIndicator, state);
    const changed = { indicatorId: after.id, status: after.status, isChanged: events.length > 0 };
    if (events.length === 0) return done(changed);
    const saved = await saveChange(house.db, changeOf(after, head, events, actor));
    return saved.ok ? done(changed) : refusal('stale');
  });
}

/** What is written of events of an indicator. */
export function changeOf(
  after: Indicator,
  head: LoadedIndicator['head'],
  events: readonly IndicatorEvent[],
  actor: Actor,
): { statements: readonly Statement[]; jobs: ReturnType<typeof indicatorNotices> } {
  return {
    statements: saveIndicator(after, head, events, eventActor(actor)),
    jobs: indicatorNotices(after.id, head.version, events),
  };
}
