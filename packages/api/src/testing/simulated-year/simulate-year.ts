import { saveCalendarYear } from '@bihuan/db';
import {
  addDays,
  countWorkingDays,
  dayOf,
  instantAt,
  type CalendarDayRow,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { calendarOf, forgetRules } from '../../policy/rules-in-force.ts';
import { sourceOf } from './chance.ts';
import { tellItem } from './item-story.ts';
import { openTelling, tellUntil, type Stage, type Telling } from './scene.ts';
import { settlePeople } from './settle-people.ts';
import type { Watch } from './watch-the-clock.ts';
import { workOnCards } from './work-on-cards.ts';
import { at, workingDayAfter } from './working-hours.ts';

/** `openedThrough`: the last day that an item is opened. */
export type Span = { readonly first: LocalDate; readonly openedThrough: LocalDate; readonly last: LocalDate };

export type Year = {
  readonly seed: string;
  readonly items: number;
  readonly watch: Watch;
  /** The days played; the whole year where none are named. */
  readonly span?: Span;
  readonly onDay?: (day: LocalDate) => void;
};

export const WHOLE_YEAR: Span = { first: '2026-01-01', openedThrough: '2026-12-11', last: '2027-01-05' };
/** The notice of the next year comes in November; until then its dates are provisional. */
const NOTICE_DAY = '2026-11-10';
const NEXT_YEAR: readonly CalendarDayRow[] = [
  { date: '2027-01-01', kind: 'rest', name: '元旦' },
  { date: '2027-01-04', kind: 'rest', name: '元旦' },
];
/**
 * Plays the supervision of the year 2026 day by day: items opened over the year, and worked on by people whose every move
 * follows from the seed; only when the clock is looked at differs with the watch. Returns how often each rule answered.
 */
export async function simulateYear(
  house: House,
  { seed, items, watch, span = WHOLE_YEAR, onDay }: Year,
): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  const note = (answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1);
  const calendar = await calendarOf(house);
  const people = await settlePeople(moment(house, `${seed}/people`, instantAt(span.first, '00:01')));
  const stage: Stage = { house, calendar, people, note };
  const openingDays = countWorkingDays(calendar, span.first, span.openedThrough);
  const lanes: Telling[][] = people.departments.map(() => []);
  for (let serial = 0; serial < items; serial += 1) {
    const day = workingDayAfter(span.first, 1 + Math.floor((serial * openingDays) / items), calendar);
    const lane = lanes[serial % lanes.length] ?? [];
    const begin = (telling: Telling) => lane.push(telling);
    openTelling(stage, `${seed}/${serial}`, serial, at(day, serial % 400), tellItem, begin);
  }
  for (let day = span.first; day <= span.last; day = addDays(day, 1)) {
    onDay?.(day);
    if (day === NOTICE_DAY) {
      await saveCalendarYear(house.db, 2027, NEXT_YEAR, 'notice', instantAt(day, '00:00'));
      forgetRules(house);
    }
    for (const { time, act } of actsOf(day)) {
      await Promise.all(lanes.map((lane) => tellUntil(lane, instantAt(day, time))));
      await act(moment(house, `${seed}/${day} ${time}`, instantAt(day, time)));
    }
    await Promise.all(lanes.map((lane) => tellUntil(lane, instantAt(addDays(day, 1), '00:00'))));
  }
  return answers;

  /** What happens at fixed times of a day beside the stories, in order. */
  function actsOf(day: LocalDate) {
    const looks = watch.looks.map(({ time, look }) => ({ time, act: look }));
    const cards = { time: '08:30', act: (morning: House) => workOnCards(stage, morning, seed) };
    return [...looks, ...(dayOf(calendar, day).working ? [cards] : [])].toSorted((a, b) =>
      a.time < b.time ? -1 : 1,
    );
  }
}

/** The house at a fixed moment, with ids of its own. */
function moment(house: House, seed: string, now: Instant): House {
  return { ...house, ...sourceOf(seed), now: () => now };
}
