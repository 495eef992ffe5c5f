import { dueComplaints, provisionalComplaints } from '@bihuan/db';
import { localDateOf, type Clock, type LocalDate } from '@bihuan/domain';
import type { House } from '../house.ts';
import { sweepCases, type SweepTally } from '../operations/sweep-cases.ts';
import type { SweepMemory } from '../operations/sweep-memory.ts';
import { sweepComplaint, type ComplaintByTime } from './sweep-complaint.ts';

const KINDS = ['triage', 'resolution', 'waiting', 'confirmation'] as const satisfies readonly Clock['kind'][];

/**
 * Complaints that are due: deadlines crossed, questions timed out, answers closed in silence, provisional dates reckoned
 * again up to `coveredThrough`, the last day whose official calendar is loaded.
 */
export async function sweepComplaints(
  house: House,
  memory: SweepMemory,
  coveredThrough: LocalDate,
): Promise<readonly SweepTally<ComplaintByTime>[]> {
  const sweep = (id: string) => sweepComplaint(house, id);
  const today = localDateOf(house.now());
  const tallies = [
    await sweepCases(
      memory,
      (after, limit) => provisionalComplaints(house.db, coveredThrough, { after, limit }),
      sweep,
    ),
  ];
  for (const kind of KINDS)
    tallies.push(
      await sweepCases(
        memory,
        (after, limit) => dueComplaints(house.db, kind, today, { after, limit }),
        sweep,
      ),
    );
  return tallies;
}
