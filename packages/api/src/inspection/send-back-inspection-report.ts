import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';

const schema = z.object({ ...inspectionRef, reason: typedText(2, 500) });

/** A leader sends the report back to its writers, with a reason. */
export async function sendBackInspectionReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeInspection(house, actor, ref, { type: 'send_back_report', reason });
}
