import { REPORT_FAULTS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, choice } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  reportId: z.uuid('required'),
  fault: choice(REPORT_FAULTS),
  text: statement,
});

/** The office sends a weak report back (反馈驳回), with its fault and what is missing. */
export async function rejectReport(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'reject_report', ...data });
}
