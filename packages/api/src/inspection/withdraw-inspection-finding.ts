import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';

const schema = z.object({
  ...inspectionRef,
  findingId: z.uuid('required'),
  reason: typedText(2, 500),
});

/** Takes back a finding that turned out not to be so; it stays on record with the reason and counts no more. */
export async function withdrawInspectionFinding(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { findingId, reason, ...ref } = parsed.value;
  return changeInspection(house, actor, ref, { type: 'withdraw_finding', findingId, reason });
}
