/** What is counted over time, by department and by category, in the order in which it is shown. */
export const TALLIES = [
  'incoming',
  'closed',
  'late',
  'struck_on_time',
  'struck_late',
  'calls_valid',
  'calls_contacted',
  'calls_solved',
  'calls_satisfied',
  'calls_basically',
  'yellow_cards',
  'red_cards',
  'lost_late',
  'lost_card',
  'lost_rework',
  'lost_report',
  'lost_other',
  'overdue',
  'came_back',
] as const;
export type Tally = (typeof TALLIES)[number];

/** Tallies of what is so now; all others are of a stretch of time. */
const OF_NOW: readonly Tally[] = ['overdue', 'came_back'];

/** What was answered in callbacks: a department is told counts of it, never the single case. */
export const CALLBACK_TALLIES = [
  'calls_valid',
  'calls_contacted',
  'calls_solved',
  'calls_satisfied',
  'calls_basically',
] as const satisfies readonly Tally[];

/** Points lost, by what they were lost over. */
export const LOSS_TALLIES = [
  'lost_late',
  'lost_card',
  'lost_rework',
  'lost_report',
  'lost_other',
] as const satisfies readonly Tally[];
export type LossTally = (typeof LOSS_TALLIES)[number];

export function isOfNow(tally: Tally): boolean {
  return OF_NOW.includes(tally);
}

export function isOfCallbacks(tally: Tally): boolean {
  return (CALLBACK_TALLIES as readonly Tally[]).includes(tally);
}
