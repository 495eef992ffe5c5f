import { forgetQueuedMessages, setSecondFactorRule, type House } from '@bihuan/api';
import { localDateOf, type LocalDate } from '@bihuan/api/domain';
import { settlePolicies } from './settle-policies.ts';
import { settleRouting } from './settle-routing.ts';
import { settleSite } from './settle-site.ts';
import { simulate, type Progress } from './simulate.ts';
import { countStates, demandEveryState } from './state-coverage.ts';

export { demoAccounts } from './demo-accounts.ts';
export { demoCases } from './demo-cases.ts';

const SEED = 'bihuan';
/** Events of the last days that the worker still tells of, so that outbox and bells have something to show. */
const MESSAGES_KEPT = 120;
/** Stories that a rule may have ended early before something must be wrong. */
const REFUSALS_BORNE = 10;

/**
 * Loads the demonstration: the two quarters before the present one, and this one up to now, played through the use cases.
 * Throws where the database is not empty, or where a state of the product is not to be seen at the end. The large one has sixty
 * departments that share as many complaints.
 */
export async function loadDemo(house: House, progress: Progress, isLarge = false): Promise<void> {
  if ((await house.db.prisma.department.count()) > 0)
    throw new Error('the demonstration needs an empty database; this one has departments already');
  const present = house.now();
  const span = { seed: SEED, first: startOfQuarterBeforeLast(localDateOf(present)), present, isLarge };
  const { refused } = await simulate(house, span, progress);
  if (refused.length > REFUSALS_BORNE)
    throw new Error(`rules refused ${refused.length} steps of the demonstration, first: ${refused[0]}`);
  await settleRouting(house);
  await settlePolicies(house);
  await settleSite(house);
  // Its accounts are printed on the screen.
  await setSecondFactorRule(house, 'offered');
  await forgetQueuedMessages(house, MESSAGES_KEPT);
  demandEveryState(await countStates(house));
}

/** `2026-11-24` → `2026-04-01`. */
export function startOfQuarterBeforeLast(date: LocalDate): LocalDate {
  const quarter = Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3) - 2;
  const month = (quarter % 4) * 3 + 1;
  return `${Math.floor(quarter / 4)}-${String(month).padStart(2, '0')}-01`;
}
