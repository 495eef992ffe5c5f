import { SEVERITIES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import { localDate, tick } from '../supervision/item-input.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';

const schema = z.object({
  ...inspectionRef,
  departmentId: z.uuid('unknown_department'),
  place: typedText(2, 200),
  foundOn: localDate,
  isAnnounced: tick,
  inspectorIds: z.array(z.uuid('unknown_staff'), 'required').max(20, 'out_of_range').default([]),
  severity: choice(SEVERITIES),
  text: typedText(4, 1000),
});

/** Records what two or more of the team found at a department on the spot. */
export async function recordInspectionFinding(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { inspectionId, version, ...found } = parsed.value;
  const departments = await answerableDepartments(house);
  if (!departments.some(({ id }) => id === found.departmentId))
    return badInput({ departmentId: 'unknown_department' });
  const inspectorIds = [...new Set(found.inspectorIds)];
  const finding = { id: house.newId(), ...found, inspectorIds };
  return changeInspection(house, actor, { inspectionId, version }, { type: 'record_finding', finding });
}
