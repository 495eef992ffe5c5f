import { NEW_HEAD, saveChange } from '@bihuan/db';
import { draftIndicator as decideDraft, foldIndicator, type Actor, type Indicator } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { drawnNumber } from '../../supervision/item-number.ts';
import { retrying } from '../../work.ts';
import { changeOf, indicatorContext, type ChangedIndicator } from './change-indicator.ts';
import { definitionFields, definitionOf } from './definition-input.ts';

const schema = z.object({ year: typedNumber(2020, 2099), ...definitionFields });

/** Drafts an indicator for a year. It counts for nothing before it is published. */
export async function draftIndicator(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { year, ...typed } = parsed.value;
  const defined = await definitionOf(house, typed);
  if (!defined.ok) return defined;
  const { definition, unitsOfJurors } = defined.value;
  return retrying(async () => {
    const id = house.newId();
    const context = await indicatorContext(house, actor, null);
    const number = drawnNumber('ZB', context.now, house.randomBytes);
    const decision = decideDraft(
      { type: 'draft', id, number, year, definition },
      { ...context, unitsOfJurors },
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const state = foldIndicator(decision.events) as Indicator;
    const saved = await saveChange(house.db, changeOf(state, NEW_HEAD, decision.events, actor));
    return saved.ok ? done({ indicatorId: id, status: state.status, isChanged: true }) : refusal('stale');
  });
}
