import { findLookAlikes, type LookAlike } from '@bihuan/db';
import { hasRole, type Actor, type Complexity } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import { previewComplexities, type DuePreview } from './due-date-preview.ts';
import { listCategories, type CategoryChoice } from './list-categories.ts';

const DAYS_BACK = 90;
const MOST = 5;

const schema = z.object({ complaintId: z.uuid() });

/** What helps to triage a complaint: the catalogue, the dates each complexity leads to, departments, and look-alikes. */
export type TriageAids = {
  readonly categories: readonly CategoryChoice[];
  readonly dates: Readonly<Record<Complexity, DuePreview>>;
  readonly departments: Awaited<ReturnType<typeof answerableDepartments>>;
  readonly lookAlikes: readonly LookAlike[];
};

/** For triage; look-alikes of the last 90 days. */
export async function readTriageAids(house: House, actor: Actor, raw: unknown): Promise<Result<TriageAids>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'triage_admin', 'clerk')) return refusal('not_found');
  const { complaintId: id } = parsed.value;
  const row = await house.db.prisma.complaint.findUnique({ where: { id }, select: { title: true } });
  if (row === null) return refusal('not_found');
  const since = new Date(Date.parse(house.now()) - DAYS_BACK * 86_400_000).toISOString();
  const [categories, dates, departments, lookAlikes] = await Promise.all([
    listCategories(house),
    previewComplexities(house),
    answerableDepartments(house),
    hasRole(actor, 'triage_admin') ? findLookAlikes(house.db, { id, title: row.title }, since, MOST) : [],
  ]);
  return done({ categories, dates, departments, lookAlikes });
}
