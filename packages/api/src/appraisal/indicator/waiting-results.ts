import { readIndicatorsWithWaiting } from '@bihuan/db';
import {
  hasRole,
  isKeptFrom,
  personsOf,
  shownDefinition,
  unconfirmedResults,
  type Indicator,
  type StaffActor,
} from '@bihuan/domain';
import type { House } from '../../house.ts';

/** An indicator with results that wait. `since`: the first of them. */
export type WaitingIndicator = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly since: string;
};

/** Whether this person may confirm results of an indicator that somebody entered; null: by the interface. */
export function mayConfirm(actor: StaffActor, indicator: Indicator, enteredBy: string | null): boolean {
  return (
    hasRole(actor, 'appraisal_admin', 'leader') &&
    !isKeptFrom(actor, indicator, 'confirm_result') &&
    (enteredBy === null || !personsOf(actor).includes(enteredBy))
  );
}

/** Indicators with results that this person may confirm as the second: another entered them. */
export async function waitingResults(house: House, actor: StaffActor): Promise<readonly WaitingIndicator[]> {
  if (!hasRole(actor, 'appraisal_admin', 'leader')) return [];
  return (await readIndicatorsWithWaiting(house.db)).flatMap((indicator) => {
    const [first] = unconfirmedResults(indicator)
      .filter(({ enteredBy }) => mayConfirm(actor, indicator, enteredBy))
      .map(({ enteredAt }) => enteredAt)
      .toSorted();
    if (first === undefined) return [];
    const { id, number } = indicator;
    return [{ id, number, name: shownDefinition(indicator).name, since: first }];
  });
}
