import { hasRole, type Actor, type Complexity } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import { findLookAlikes, type LookAlike } from './find-lookalikes.ts';
import { previewComplexities, type DuePreview } from './due-date-preview.ts';
import { listCategories, type CategoryChoice } from './list-categories.ts';

const MOST = 5;

const schema = z.object({ complaintId: z.uuid() });

/** What helps to triage a complaint: the catalogue, the dates each complexity leads to, departments, and look-alikes. */
export type TriageAids = {
  readonly categories: readonly CategoryChoice[];
  readonly dates: Readonly<Record<Complexity, DuePreview>>;
  readonly departments: Awaited<ReturnType<typeof answerableDepartments>>;
  readonly lookAlikes: readonly LookAlike[];
};

/** For triage. */
export async function readTriageAids(house: House, actor: Actor, raw: unknown): Promise<Result<TriageAids>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'triage_admin', 'clerk')) return refusal('not_found');
  const { complaintId: id } = parsed.value;
  const row = await house.db.prisma.complaint.findUnique({
    where: { id },
    select: { title: true, body: true, place: true, aboutDepartmentId: true, submittedAt: true },
  });
  if (row === null) return refusal('not_found');
  const { aboutDepartmentId: departmentId, submittedAt, ...matter } = row;
  const subject = { id, ...matter, departmentId, submittedAt: submittedAt.toISOString() };
  const [categories, dates, departments, lookAlikes] = await Promise.all([
    listCategories(house),
    previewComplexities(house),
    answerableDepartments(house),
    hasRole(actor, 'triage_admin') ? findLookAlikes(house, subject, MOST) : [],
  ]);
  return done({ categories, dates, departments, lookAlikes });
}
