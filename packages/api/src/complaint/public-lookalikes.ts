import type { ComplaintStatus } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { findLookAlikes } from './find-lookalikes.ts';
import { LIMITS } from './matter-schema.ts';

const schema = z.object({
  title: typedText(0, LIMITS.title).default(''),
  body: typedText(0, LIMITS.body).default(''),
  place: typedText(0, LIMITS.place).default(''),
  aboutDepartmentId: z.uuid().nullable().catch(null).default(null),
});

/** What the public may know of complaints on what may be the same matter: how many, never what anybody wrote. */
export type PublicLookAlikes = {
  /** Similar complaints that are being handled now. */
  readonly running: number;
  /** The same by their ids, the most alike first; only those that may be joined are told of. */
  readonly runningIds: readonly string[];
  /** Similar complaints that were answered, the most alike first; for use cases that publish answers, not for pages. */
  readonly answeredIds: readonly string[];
};

/** From this score on the public is told; a wrong hint costs a complainant more than a triage admin. */
export const PUBLIC_LIKENESS = 0.35;
const MOST = 20;

const ANSWERED: readonly ComplaintStatus[] = ['answered', 'closed', 'settled_on_the_spot'];

/** Before somebody files: whether the same matter is being handled or was answered already. */
export async function publicLookAlikes(house: House, raw: unknown): Promise<Result<PublicLookAlikes>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { aboutDepartmentId: departmentId, ...matter } = parsed.value;
  const subject = { id: null, ...matter, departmentId, submittedAt: house.now() };
  const alike = (await findLookAlikes(house, subject, MOST)).filter(({ score }) => score >= PUBLIC_LIKENESS);
  const idsWhere = (isAnswered: boolean) =>
    alike.filter(({ status }) => ANSWERED.includes(status) === isAnswered).map(({ id }) => id);
  const runningIds = idsWhere(false);
  return done({ running: runningIds.length, runningIds, answeredIds: idsWhere(true) });
}
