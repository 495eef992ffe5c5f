import { addDays, daysBetween, instantAt, localDateOf, type LocalDate } from '../calendar/index.ts';
import { SYSTEM } from '../people/actor.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext } from './item-decision.ts';
import type { SupervisionItem } from './supervision-item.ts';

/** Days ahead that are looked at; what is quiet for longer is looked at again then. */
const HORIZON_DAYS = 32;

/** What time alone does to an item. Nobody is at their desk here: that changes whom it reaches, never whether. */
const BY_TIME: readonly ItemCommand[] = [
  { type: 'sign_in_silence' },
  { type: 'cross_deadlines' },
  { type: 'near_deadlines' },
  { type: 'escalate', posts: [] },
];

/**
 * The first day on which time alone can do something to an item that nobody touches meanwhile, at most 32 days on. Until then
 * no sweep has to look at it. What time has brought about stays so until it is written, so that halving finds the day.
 */
export function quietUntil(
  item: SupervisionItem,
  { now, calendar, deadlines }: Pick<ItemContext, 'now' | 'calendar' | 'deadlines'>,
): LocalDate {
  const rest = { isCallbackPossible: false, complainedAboutIds: [], doubles: [] };
  const today = localDateOf(now);
  const isDueBy = (day: LocalDate) => {
    const context = { ...rest, calendar, deadlines, actor: SYSTEM, now: instantAt(day, '23:59') };
    return BY_TIME.some((command) => decideItem(item, command, context).ok);
  };
  if (isDueBy(today)) return today;
  // The end of a wait for the complainant changes all dates.
  const wait = item.wait === null ? HORIZON_DAYS : daysBetween(today, item.wait.until.date) + 1;
  let [quiet, due] = [0, Math.max(1, Math.min(HORIZON_DAYS, wait))];
  while (due - quiet > 1) {
    const middle = Math.floor((quiet + due) / 2);
    if (isDueBy(addDays(today, middle))) due = middle;
    else quiet = middle;
  }
  return addDays(today, due);
}
