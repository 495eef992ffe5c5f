import type { PeriodSchedule } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { wholePolicy } from './policy-store.ts';

/** How quarters were and will be bounded: every published version of the rule, the oldest first. */
export async function readPeriodSchedule({ prisma }: Pick<Database, 'prisma'>): Promise<PeriodSchedule> {
  const rows = await prisma.policy.findMany({
    where: { kind: 'periods', status: 'published' },
    orderBy: [{ effectiveFrom: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map(({ data, effectiveFrom }) => ({
    closingDay: wholePolicy('periods', data).closingDay,
    effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
  }));
}
