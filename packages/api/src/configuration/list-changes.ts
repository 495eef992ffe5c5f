import {
  CONFIGURATION_SUBJECTS,
  readChanges,
  type ChangedFields,
  type ConfigurationSubject,
} from '@bihuan/db';
import { hasRole, type Actor, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

export type ConfigurationChangeLine = {
  readonly id: string;
  readonly at: Instant;
  /** Empty where the system did it. */
  readonly by: string;
  readonly subject: ConfigurationSubject;
  readonly subjectId: string;
  readonly reason: string;
  /** What differs, field by field; null stands for nothing. */
  readonly differences: readonly {
    readonly field: string;
    readonly was: string | null;
    readonly is: string | null;
  }[];
};

const schema = z.object({
  subjects: z.array(z.enum(CONFIGURATION_SUBJECTS)).default([...CONFIGURATION_SUBJECTS]),
  subjectId: z.string().max(200).nullable().default(null),
});

const MOST = 50;

/** What was changed lately, by whom and why, newest first. For system admins and auditors. */
export async function listConfigurationChanges(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly ConfigurationChangeLine[]>> {
  if (!hasRole(actor, 'system_admin') && !hasRole(actor, 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const changes = await readChanges(house.db, parsed.value.subjects, parsed.value.subjectId, MOST);
  const staff = await house.db.prisma.staff.findMany({
    where: { id: { in: changes.flatMap(({ staffId }) => (staffId === null ? [] : [staffId])) } },
    select: { id: true, name: true },
  });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return done(
    changes.map(({ staffId, before, after, ...change }) => ({
      ...change,
      by: names.get(staffId ?? '') ?? '',
      differences: differencesOf(before, after),
    })),
  );
}

function differencesOf(before: ChangedFields | null, after: ChangedFields | null) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, was: spelt(before?.[field]), is: spelt(after?.[field]) }))
    .filter(({ was, is }) => was !== is);
}

function spelt(value: ChangedFields[string] | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'object' ? value.join('、') : String(value);
}
