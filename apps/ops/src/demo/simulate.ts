import { calendarOf, sweepDeadlines, SweepMemory, type House } from '@bihuan/api';
import { localDateOf, type Instant, type LocalDate } from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import { drawComplaints, drawTasks, jointTask, noticedTask } from './draw-beginnings.ts';
import { nameTeams } from './name-teams.ts';
import { openOfficeHours } from './office-hours.ts';
import { runStories, type RunResult } from './run-stories.ts';
import { askForSecondLooks } from './second-looks.ts';
import { settleZone } from './settle-zone.ts';
import { showBulletins } from './show-bulletins.ts';
import { showIndicators } from './show-indicators.ts';
import { showSheets } from './show-sheets.ts';
import { showInspections } from './show-inspections.ts';
import { showScores } from './show-scores.ts';
import { stageCases } from './staged-plots.ts';

export type Span = {
  readonly seed: string;
  /** The first day that something is filed. */
  readonly first: LocalDate;
  /** The present moment; nothing happens after it. */
  readonly present: Instant;
  /** Sixty departments instead of fourteen. */
  readonly isLarge?: boolean;
};

export type Progress = (done: number, total: number, what: string) => void;

const QUARTER_HOUR = 900_000;

/**
 * Plays the work of an invented zone from the first day to the present, through the use cases and at their times. The same
 * span gives the same cases. The clock acts before each half-day, as the worker's sweep would have.
 */
export async function simulate(
  house: House,
  { seed, first, present, isLarge = false }: Span,
  progress: Progress,
): Promise<RunResult> {
  const calendar = await calendarOf(house);
  const last = localDateOf(present);
  const hours = openOfficeHours(calendar, first, last);
  const opening = `${first}T00:00:00.000Z`;
  const zone = await settleZone(at(house, `${seed}/zone`, opening), isLarge);
  await nameTeams(at(house, `${seed}/teams`, opening), zone);
  const beginnings = [
    ...drawComplaints(seed, { calendar, hours, first, last, isLarge }),
    ...drawTasks(seed, hours, first, last),
    jointTask(seed, hours, present),
    noticedTask(seed, hours, present),
    ...stageCases(seed, hours, present),
  ];
  const halfDays = hours.until(present);
  const ticks = halfDays.map(({ opens }) => new Date(Date.parse(opens) - QUARTER_HOUR).toISOString());
  const memory = new SweepMemory();
  const sweep = async (tick: Instant) => {
    const { failed } = await sweepDeadlines(at(house, `${seed}/sweep/${tick}`, tick), memory);
    for (const { error } of failed) throw error;
  };
  const result = await runStories({ house, hours, zone }, beginnings, {
    ticks,
    end: present,
    onTick: async (tick) => {
      progress(ticks.indexOf(tick), ticks.length, localDateOf(tick));
      await sweep(tick);
    },
  });
  await sweep(present);
  await askForSecondLooks(at(house, `${seed}/second-looks`, present));
  await showInspections(at(house, `${seed}/inspections`, present), zone, hours);
  await showIndicators(at(house, `${seed}/indicators`, present), zone, hours, first);
  await showBulletins(at(house, `${seed}/bulletins`, present), zone);
  await showScores(at(house, `${seed}/scores`, present), zone);
  await showSheets(at(house, `${seed}/sheets`, present), zone);
  progress(ticks.length, ticks.length, last);
  return result;
}

/** The house at a fixed moment, with ids of its own stream of chance. */
function at(house: House, seed: string, moment: Instant): House {
  const chance = openChance(seed);
  return { ...house, now: () => moment, newId: chance.uuid, randomBytes: chance.bytes };
}
