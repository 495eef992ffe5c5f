import { createHash } from 'node:crypto';
import { inspectionReportHash, keepInspectionPaper, reportNumbersGiven } from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { makeDocx } from '../bulletin/paper/make-docx.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';
import { paperOfReport } from './paper-of-report.ts';
import { snapshotNow } from './snapshot-now.ts';

const schema = z.object(inspectionRef);

/**
 * A leader approves the report (审定): it gets the next number of the year, its figures are those of this moment, the paper is
 * set and kept byte for byte, and nothing in it changes any more.
 */
export async function approveInspectionReport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  let paper: { readonly bytes: Uint8Array; readonly sha256: string } | null = null;
  return changeInspection(
    house,
    actor,
    parsed.value,
    async (state) => {
      if (!('report' in state)) return refusal('illegal_inspection_step');
      const { report } = state;
      const at = house.now();
      const prefix = `${report.form.numberWord}〔${localDateOf(at).slice(0, 4)}〕`;
      const number = `${prefix}${(await reportNumbersGiven(house.db, prefix)) + 1}号`;
      const snapshot = await snapshotNow(house, state);
      const bytes = await makeDocx(paperOfReport(report, snapshot, { at, number }));
      paper = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      return done({
        ...{ type: 'approve_report', reportNumber: number, snapshot, documentHash: paper.sha256 },
        contentHash: inspectionReportHash(state.id, number, report.texts, snapshot),
      });
    },
    ({ id }) => (paper === null ? [] : [keepInspectionPaper(id, paper.sha256, paper.bytes)]),
  );
}
