import { readInspectionPaper } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import { makeDocx } from '../bulletin/paper/make-docx.ts';
import type { BulletinPaper } from '../bulletin/make-bulletin-paper.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { inspectionFor } from './change-inspection.ts';
import { paperOfReport } from './paper-of-report.ts';
import { snapshotNow } from './snapshot-now.ts';

const schema = z.object({ inspectionId: z.uuid('required') });

/** The report as .docx: once approved the very bytes that were kept, before that a preview. */
export async function makeInspectionPaper(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<BulletinPaper>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const loaded = await inspectionFor(house, actor, parsed.value);
  if (!loaded.ok) return loaded;
  const { state } = loaded.value;
  if (!('report' in state)) return refusal('not_found');
  const kept = await readInspectionPaper(house.db, state.id);
  const snapshot = state.status === 'closed' ? state.snapshot : await snapshotNow(house, state);
  const paper = paperOfReport(state.report, snapshot, null);
  return done({
    fileName: `${paper.title}.docx`,
    bytes: kept?.bytes ?? (await makeDocx(paper)),
    isFinal: kept !== null,
  });
}
