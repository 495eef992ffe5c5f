import { pendingExtension, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import type { ChangedItem } from './change-item.ts';
import { itemRef, statement, yesOrNo } from './item-input.ts';
import { seesItem } from './item-scope.ts';

const schema = z.object({ ...itemRef, isGranted: yesOrNo, text: statement });

/**
 * Grants or refuses the extension that was asked for. Granted, every complaint under the item is promised so many days more in
 * the same act, and its complainant is told the reason that stands here.
 */
export async function decideExtension(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return retrying(async () => {
    const work = new Work(house, actor);
    const item = await work.item(itemId, version);
    if (!item.ok) return item;
    if (!seesItem(actor, item.value)) return refusal('not_found');
    const asked = pendingExtension(item.value);
    const decided = await work.commandItem(itemId, { type: 'decide_extension', ...data });
    if (!decided.ok) return decided;
    if (data.isGranted && asked !== null) {
      const more = { type: 'extend_resolution', workingDays: asked.workingDays, reason: data.text } as const;
      for (const complaintId of item.value.complaintIds) {
        const complaint = await work.complaint(complaintId);
        if (!complaint.ok) return complaint;
        const { status } = complaint.value;
        if (status !== 'under_supervision' && status !== 'awaiting_complainant') continue;
        const extended = await work.commandComplaint(complaintId, more);
        if (!extended.ok) return extended;
      }
    }
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ itemId, number: decided.value.number, status: decided.value.status });
  });
}
