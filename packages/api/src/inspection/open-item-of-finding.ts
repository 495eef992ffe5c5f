import { saveInspection } from '@bihuan/db';
import { decideInspection, evolveInspection, IMPORTANCES, type Actor, type Inspection } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import type { ChangedItem } from '../supervision/change-item.ts';
import { doubleReason } from '../supervision/item-input.ts';
import { itemNumber } from '../supervision/item-number.ts';
import { eventActor, retrying, Work } from '../work.ts';
import { inspectionFor, inspectionRef } from './change-inspection.ts';

const schema = z.object({
  ...inspectionRef,
  findingId: z.uuid('required'),
  basis: typedText(2, 500),
  problem: typedText(4, 1000),
  importance: choice(IMPORTANCES).default('normal'),
  doubleReason,
});

/**
 * Opens a supervision item from a finding in one step (立项): the finding and the item know each other. Stopped where the
 * matter is under supervision already, unless there is a reason for a second item.
 */
export async function openItemOfFinding(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { inspectionId, version, findingId, ...proposal } = parsed.value;
  return retrying(async () => {
    const loaded = await inspectionFor(house, actor, { inspectionId, version });
    if (!loaded.ok) return loaded;
    const { state, head, events: before } = loaded.value;
    const work = new Work(house, actor);
    const itemId = house.newId();
    const number = itemNumber(work.now, house.randomBytes);
    const decision = decideInspection(
      state,
      { type: 'open_item', findingId, itemId, number },
      { actor, now: work.now },
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const departmentId = state.findings.find(({ id }) => id === findingId)?.departmentId ?? null;
    const source = 'special_inspection';
    const opened = await work.proposeItem(
      { type: 'propose', id: itemId, number, source, ...proposal, complaintIds: [] },
      departmentId,
    );
    if (!opened.ok) return opened;
    const after = decision.events.reduce<Inspection>(evolveInspection, state);
    const saved = await work.save(saveInspection(after, head, before, decision.events, eventActor(actor)));
    if (!saved.ok) return saved;
    return done({ itemId, number, status: opened.value.status });
  });
}
