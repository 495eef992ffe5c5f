import { firstReportTexts, INSPECTION_FORM } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';
import { snapshotNow } from './snapshot-now.ts';

const schema = z.object(inspectionRef);

/** Ends the recording and drafts the report from what was found; its figures are variables until it is approved. */
export async function draftInspectionReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeInspection(house, actor, parsed.value, async (state) => {
    const { findings, items, departments } = await snapshotNow(house, state);
    const texts = firstReportTexts({
      findings: findings.length > 0,
      items: items.length > 0,
      departments: departments.map(({ name }) => name),
    });
    return done({ type: 'draft_report', form: INSPECTION_FORM, texts });
  });
}
