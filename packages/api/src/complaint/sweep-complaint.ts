import { SYSTEM, type ComplaintCommandType } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';

/** What time alone may do to a complaint, in the order in which it is tried. */
const BY_TIME = [
  'recompute_due',
  'time_out_question',
  'close_in_silence',
  'cross_deadline',
] as const satisfies readonly ComplaintCommandType[];

export type ComplaintByTime = (typeof BY_TIME)[number];

/** Does to one complaint what has become due, and says what; nothing where another was first or nothing is due. */
export async function sweepComplaint(house: House, complaintId: string): Promise<readonly ComplaintByTime[]> {
  const swept = await retrying(async (): Promise<Result<readonly ComplaintByTime[]>> => {
    const work = new Work(house, SYSTEM);
    const did: ComplaintByTime[] = [];
    for (const type of BY_TIME) if ((await work.commandComplaint(complaintId, { type })).ok) did.push(type);
    const saved = await work.save();
    return saved.ok ? done(did) : saved;
  });
  return swept.ok ? swept.value : [];
}
