import { decideIndicator, evolveIndicator, IMPORTANCES, type Actor, type Indicator } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import type { ChangedItem } from '../../supervision/change-item.ts';
import { doubleReason } from '../../supervision/item-input.ts';
import { itemNumber } from '../../supervision/item-number.ts';
import { retrying, Work } from '../../work.ts';
import { changeOf, indicatorContext, indicatorFor, indicatorRef } from './change-indicator.ts';
import { month } from './definition-input.ts';

const schema = z.object({
  ...indicatorRef,
  month,
  departmentId: z.uuid('unknown_department'),
  basis: typedText(2, 500),
  problem: typedText(4, 1000),
  importance: choice(IMPORTANCES).default('normal'),
  doubleReason,
});

/**
 * Opens a supervision item from a red light in one step (立项): the indicator and the item know each other. Stopped where the
 * matter is under supervision already, unless there is a reason for a second item.
 */
export async function openItemOfIndicator(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { indicatorId, version, month: of, departmentId, ...proposal } = parsed.value;
  return retrying(async () => {
    const loaded = await indicatorFor(house, actor, { indicatorId, version });
    if (!loaded.ok) return loaded;
    const { state, head } = loaded.value;
    const work = new Work(house, actor);
    const itemId = house.newId();
    const number = itemNumber(work.now, house.randomBytes);
    const decision = decideIndicator(
      state,
      { type: 'open_item', month: of, departmentId, itemId, number },
      await indicatorContext(house, actor, null),
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const source = 'appraisal_finding';
    const opened = await work.proposeItem(
      { type: 'propose', id: itemId, number, source, ...proposal, complaintIds: [] },
      departmentId,
    );
    if (!opened.ok) return opened;
    const after = decision.events.reduce<Indicator>(evolveIndicator, state);
    const { statements } = changeOf(after, head, decision.events, actor);
    const saved = await work.save(statements);
    if (!saved.ok) return saved;
    return done({ itemId, number, status: opened.value.status });
  });
}
