import { loadAdjustment, refuseFrozen, saveAdjustment, saveChange, type NewScoreEntry } from '@bihuan/db';
import {
  decideAdjustment,
  evolveAdjustment,
  hasRole,
  scoreAdjustment,
  type Actor,
  type Adjustment,
  type AdjustmentCommand,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { adjustmentNotices } from '../../notification/notices-of-events.ts';
import { choice, parseInput, seenVersion, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { eventActor, retrying } from '../../work.ts';
import { policiesOfPeriod } from '../compose-period.ts';
import { periodById } from '../periods.ts';
import { adjustmentGround } from './adjustment-ground.ts';

const schema = z.object({
  adjustmentId: z.uuid(),
  decision: choice(['sign', 'decline', 'withdraw']),
  note: typedText(0, 1000).default(''),
  version: seenVersion,
});

/** Signs what another person proposed and enters its line; or declines it with a reason; or withdraws one's own. */
export async function settleAdjustment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly period: string }>> {
  if (!hasRole(actor, 'appraisal_admin', 'leader')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { adjustmentId, decision, note, version } = parsed.value;
  if (decision === 'decline' && note.length < 2) return badInput({ note: 'required' });
  const command: AdjustmentCommand = decision === 'decline' ? { type: 'decline', note } : { type: decision };
  return retrying(() => settle(house, actor, adjustmentId, command, version), version === undefined ? 5 : 2);
}

async function settle(
  house: House,
  actor: Actor,
  id: string,
  command: AdjustmentCommand,
  version: number | undefined,
): Promise<Result<{ readonly period: string }>> {
  const loaded = await loadAdjustment(house.db, id);
  if (loaded === null) return refusal('not_found');
  const { state, head } = loaded;
  if (version !== undefined && version !== head.version) return refusal('stale');
  const period = await periodById(house, state.period);
  if (period === null) return refusal('not_found');
  const { scoring, appraisal } = await policiesOfPeriod(house, period);
  const ground = await adjustmentGround(house, state, id);
  const decision = decideAdjustment(state, command, { actor, now: house.now(), scoring, appraisal, ground });
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  let after: Adjustment | null = state;
  const entries: NewScoreEntry[] = [];
  for (const [index, event] of decision.events.entries()) {
    after = evolveAdjustment(after, event);
    for (const line of scoreAdjustment(event, state))
      entries.push({
        ...{ ...line, id: house.newId(), at: event.at, actor: eventActor(actor) },
        ...{ streamId: id, eventVersion: head.version + index + 1 },
        ...(state.reversalOf === null ? {} : { reversalOf: state.reversalOf }),
      });
  }
  if (after === null) throw new Error('an adjustment folds to nothing');
  const isNewFact = command.type === 'sign' && state.kind !== 'reversal';
  const statements = [
    ...(isNewFact ? [refuseFrozen(state.period)] : []),
    ...saveAdjustment(after, head, decision.events, eventActor(actor)),
  ];
  const jobs = adjustmentNotices(id, head.version, decision.events);
  const saved = await saveChange(house.db, { statements, entries, jobs });
  return saved.ok ? done({ period: state.period }) : refusal('stale');
}
