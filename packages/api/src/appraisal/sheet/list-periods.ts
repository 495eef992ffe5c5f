import { readSheetList, type ListedSheet } from '@bihuan/db';
import { hasRole, localDateOf, type Actor, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { periodsSoFar } from '../periods.ts';
import { seesAllObjections, seesPeriods } from './sheet-reader.ts';

/** What is to be done about a period next. */
export type PeriodTask =
  /** It runs. */
  | 'wait_for_end'
  | 'open'
  /** Departments may object. */
  | 'wait_for_objections'
  | 'rule'
  | 'close_objections'
  | 'publish'
  | 'freeze'
  | 'sign_restatement'
  | 'none';

export type ListedPeriod = {
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Null where none was opened. */
  readonly sheet: ListedSheet | null;
  readonly task: PeriodTask;
};

export type PeriodList = {
  /** The newest first. */
  readonly periods: readonly ListedPeriod[];
  /** Whether this person may open the sheet of a period. */
  readonly mayOpen: boolean;
};

/** Every period with the state of its sheet and what is to be done. For the offices and for departments. */
export async function listPeriods(house: House, actor: Actor): Promise<Result<PeriodList>> {
  if (!seesPeriods(actor)) return refusal('not_found');
  const [periods, sheets] = await Promise.all([periodsSoFar(house), readSheetList(house.db)]);
  const today = localDateOf(house.now());
  return done({
    periods: periods.map(({ id, firstDay, lastDay }) => {
      const known = sheets.find(({ period }) => period === id) ?? null;
      // How many others objected is not a department's to know.
      const sheet =
        known === null || seesAllObjections(actor) ? known : { ...known, objections: 0, openObjections: 0 };
      return { id, firstDay, lastDay, sheet, task: taskOf(known, lastDay, today) };
    }),
    mayOpen: hasRole(actor, 'appraisal_admin'),
  });
}

/** What is to be done next. */
export function taskOf(sheet: ListedSheet | null, lastDay: LocalDate, today: LocalDate): PeriodTask {
  if (sheet === null) return today > lastDay ? 'open' : 'wait_for_end';
  switch (sheet.status) {
    case 'provisional':
      if (sheet.openObjections > 0) return 'rule';
      return today > sheet.objectUntil ? 'close_objections' : 'wait_for_objections';
    case 'decided':
      return 'publish';
    case 'published':
      return 'freeze';
    case 'restating':
      return 'sign_restatement';
    case 'frozen':
    case 'restated':
      return 'none';
  }
}
