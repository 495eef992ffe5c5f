import { keep } from '../results.ts';
import { drillAudit } from './audit.ts';
import { drillBigForms } from './big-forms.ts';
import { drillClock } from './clock.ts';
import { drillDiskFull } from './disk-full.ts';
import { drillDuplicates } from './duplicates.ts';
import { drillGuess } from './guess.ts';
import { drillKillAdmin } from './kill-admin.ts';
import { drillKillDatabase } from './kill-database.ts';
import { drillKillPortal } from './kill-portal.ts';
import { drillKillRotation } from './kill-rotation.ts';
import { drillKillWorker } from './kill-worker.ts';
import { drillOutage } from './outage.ts';
import { drillPatroni } from './patroni.ts';
import { drillRace } from './race.ts';
import { drillReplica } from './replica.ts';
import { drillRestore } from './restore-backup.ts';
import { drillRollingRestart } from './rolling-restart.ts';
import { drillSimulatedYear } from './simulate-year.ts';

/** Every drill at the size it has by default, the long ones last; the year is played small. */
const DRILLS: readonly (readonly [string, () => Promise<boolean | 'skipped'>])[] = [
  ['race', () => drillRace(200)],
  ['duplicates', () => drillDuplicates(1000)],
  ['big-forms', () => drillBigForms(10_000)],
  ['guess', () => drillGuess(600)],
  ['outage', () => drillOutage(5)],
  ['disk-full', () => drillDiskFull(10)],
  ['kill-portal', () => drillKillPortal(5)],
  ['kill-admin', () => drillKillAdmin(5)],
  ['kill-database', () => drillKillDatabase(5)],
  ['kill-worker', () => drillKillWorker(5)],
  ['kill-rotation', () => drillKillRotation(400, 6)],
  ['patroni', () => drillPatroni(3)],
  ['replica', () => drillReplica(10)],
  ['rolling-restart', () => drillRollingRestart(2)],
  ['audit', () => drillAudit(100_000)],
  ['clock', () => drillClock(24)],
  ['restore', () => drillRestore(100)],
  ['simulated-year', () => drillSimulatedYear(60, 'year')],
];

/** Runs one drill after the other, whatever the others came to; whether no goal was missed. What cannot run here is told as skipped. */
export async function drillAll(): Promise<boolean> {
  const rows: { drill: string; result: 'kept' | 'missed' | 'skipped' | 'broke off'; seconds: number }[] = [];
  for (const [drill, run] of DRILLS) {
    const begun = performance.now();
    const result = await run().then(
      (isKept) => (isKept === 'skipped' ? 'skipped' : isKept ? 'kept' : 'missed'),
      (error: unknown) => {
        console.error(error);
        return 'broke off' as const;
      },
    );
    rows.push({ drill, result, seconds: Math.round((performance.now() - begun) / 1000) });
  }
  const of = (wanted: string) => rows.filter(({ result }) => result === wanted).length;
  const [kept, skipped] = [of('kept'), of('skipped')];
  await keep(
    'drills',
    rows,
    `every drill keeps its goal: ${kept} of ${rows.length} kept, ${skipped} skipped and not shown`,
  );
  return kept + skipped === rows.length;
}
