import { loadIndicator, readIndicators, saveChange } from '@bihuan/db';
import {
  decideIndicator,
  evolveIndicator,
  hasRole,
  isCounted,
  type Actor,
  type Indicator,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { retrying } from '../../work.ts';
import { changeOf, indicatorContext } from './change-indicator.ts';

const schema = z.object({ year: typedNumber(2020, 2099) });

/** Freezes the published indicators of a year: their targets change no more. Drafts have to be published or withdrawn before. */
export async function freezeIndicators(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly frozen: number; readonly year: number }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_authorised');
  return retrying(async () => {
    const all = (await readIndicators(house.db, parsed.value.year)).map(({ state }) => state);
    if (all.some(({ status }) => status === 'draft')) return refusal('illegal_indicator_step');
    const published = all.filter((one) => one.status === 'published' && isCounted(one));
    if (published.length === 0) return refusal('illegal_indicator_step');
    const context = await indicatorContext(house, actor, null);
    const statements = [];
    for (const { id } of published) {
      const loaded = await loadIndicator(house.db, id);
      if (loaded === null) return refusal('stale');
      const decision = decideIndicator(loaded.state, { type: 'freeze' }, context);
      if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
      const after = decision.events.reduce<Indicator>(evolveIndicator, loaded.state);
      statements.push(...changeOf(after, loaded.head, decision.events, actor).statements);
    }
    const saved = await saveChange(house.db, { statements });
    return saved.ok ? done({ frozen: published.length, year: parsed.value.year }) : refusal('stale');
  });
}
