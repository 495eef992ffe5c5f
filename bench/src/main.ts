import process from 'node:process';
import { Command, InvalidArgumentError } from 'commander';
import { drillAll } from './drills/all-drills.ts';
import { drillAudit } from './drills/audit.ts';
import { drillBigForms } from './drills/big-forms.ts';
import { drillClock } from './drills/clock.ts';
import { drillDiskFull } from './drills/disk-full.ts';
import { drillDuplicates } from './drills/duplicates.ts';
import { drillGuess } from './drills/guess.ts';
import { drillKillAdmin } from './drills/kill-admin.ts';
import { drillKillDatabase } from './drills/kill-database.ts';
import { drillKillPortal } from './drills/kill-portal.ts';
import { drillKillRotation } from './drills/kill-rotation.ts';
import { drillKillWorker } from './drills/kill-worker.ts';
import { drillOutage } from './drills/outage.ts';
import { drillPatroni } from './drills/patroni.ts';
import { drillRace } from './drills/race.ts';
import { drillReplica } from './drills/replica.ts';
import { drillRestore } from './drills/restore-backup.ts';
import { drillRollingRestart } from './drills/rolling-restart.ts';
import { drillSimulatedYear } from './drills/simulate-year.ts';
import { measureCpu } from './figures/measure-cpu.ts';
import { measureInput } from './figures/measure-input.ts';
import { measureImport } from './figures/measure-import.ts';
import { measureList } from './figures/measure-list.ts';
import { measureLive } from './figures/measure-live.ts';
import { measureMemory } from './figures/measure-memory.ts';
import { measurePages } from './figures/measure-pages.ts';
import { measureReplay } from './figures/measure-replay.ts';
import { measureScale } from './figures/measure-scale.ts';
import { measureSearch } from './figures/measure-search.ts';
import { measureSheet } from './figures/measure-sheet.ts';
import { measureSubmit } from './figures/measure-submit.ts';
import { measureSuggest } from './figures/measure-suggest.ts';
import { measureSweep } from './figures/measure-sweep.ts';
import { measureTrack } from './figures/measure-track.ts';
import { measureTryOut } from './figures/measure-try-out.ts';
import { endAllWithSignals } from './product/at-end.ts';

const program = new Command('npm run bench --').description('Figures and fault drills of the built product');

program
  .command('submit')
  .description('filing over HTTP against the same rows in one prepared statement')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--seconds <n>', 'seconds of load in each round', count, 4)
  .action(({ rounds, seconds }: { rounds: number; seconds: number }) => measureSubmit(rounds, seconds));

program
  .command('track')
  .description('tracking by number and code against one indexed select')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--seconds <n>', 'seconds of load in each round', count, 4)
  .action(({ rounds, seconds }: { rounds: number; seconds: number }) => measureTrack(rounds, seconds));

program
  .command('suggest')
  .description('look-alikes and suggestions for a new complaint among many')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--complaints <n>', 'how many there are', count, 100_000)
  .action(({ rounds, complaints }: { rounds: number; complaints: number }) =>
    measureSuggest(rounds, complaints),
  );

program
  .command('list')
  .description('pages of the supervision list under filters, as it grows')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option(
    '--sizes <n,n>',
    'how many items there are, one after the other',
    counts,
    [10_000, 100_000, 1_000_000],
  )
  .action(({ rounds, sizes }: { rounds: number; sizes: readonly number[] }) => measureList(rounds, sizes));

program
  .command('sweep')
  .description('the daily look at the clocks of all open items')
  .option('--items <n>', 'how many are open', count, 100_000)
  .action(({ items }: { items: number }) => measureSweep(items));

program
  .command('live')
  .description(
    'how soon open lists hear of a change, of one that was held up, and after the database was away',
  )
  .option('--lists <n>', 'lists that are open', count, 200)
  .option('--changes <n>', 'changes, one after the other; some more of the other kinds', count, 20)
  .action(({ lists, changes }: { lists: number; changes: number }) => judge(measureLive(lists, changes)));

program
  .command('try-out')
  .description('drafts of policies tried out over many events')
  .option('--events <n>', 'how many there are', count, 300_000)
  .action(({ events }: { events: number }) => measureTryOut(events));

program
  .command('sheet')
  .description('score sheets of sixty departments, as the ledger grows')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--sizes <n,n>', 'lines of the ledger, one after the other', counts, [100_000, 10_000_000])
  .action(({ rounds, sizes }: { rounds: number; sizes: readonly number[] }) => measureSheet(rounds, sizes));

program
  .command('search')
  .description('Chinese words in the search box of the office against the bare query on the index')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--complaints <n>', 'how many there are', count, 1_000_000)
  .action(({ rounds, complaints }: { rounds: number; complaints: number }) =>
    measureSearch(rounds, complaints),
  );

program
  .command('replay')
  .description('folding all events again against COPY of the same rows')
  .option('--rounds <n>', 'rounds; the median counts', count, 3)
  .option('--events <n>', 'how many there are', count, 1_000_000)
  .action(({ rounds, events }: { rounds: number; events: number }) => measureReplay(events, rounds));

program
  .command('import')
  .description('complaints from a CSV file against COPY of the rows that come of it')
  .option('--complaints <n>', 'rows of the file', count, 100_000)
  .action(({ complaints }: { complaints: number }) => measureImport(complaints));

program
  .command('input')
  .description('the longest tasks of a browser while a long list is worked with')
  .option('--rounds <n>', 'how often all is done', count, 5)
  .option('--items <n>', 'how long the list is', count, 10_000)
  .action(({ rounds, items }: { rounds: number; items: number }) => measureInput(rounds, items));

program
  .command('scale')
  .description('what every role asks most in a house of many complaints, with the plan of each statement')
  .requiredOption('--folder <path>', 'a data folder, filled once and left there; 60 GB at full size')
  .option('--complaints <n>', 'how many there are', count, 5_000_000)
  .option('--events <n>', 'how many there are', count, 25_000_000)
  .option('--calls <n>', 'calls of each', count, 30)
  .option('--only <words>', 'only what has these words in its name', '')
  .action(({ folder, ...asked }: { folder: string } & Parameters<typeof measureScale>[1]) =>
    measureScale(folder, asked),
  );

program
  .command('cpu')
  .description('processor time of a filing against the bare write')
  .option('--rounds <n>', 'rounds; the median counts', count, 5)
  .option('--seconds <n>', 'seconds of load in each round', count, 4)
  .action(({ rounds, seconds }: { rounds: number; seconds: number }) => measureCpu(rounds, seconds));

program
  .command('pages')
  .description('what pages weigh on the wire')
  .option('--folder <path>', 'a data folder with the demonstration, made where it is not there')
  .action(({ folder }: { folder?: string }) => measurePages(folder));

program
  .command('memory')
  .description('memory of portal, admin and worker, at rest and under load')
  .option('--folder <path>', 'a data folder with the demonstration, made where it is not there')
  .option('--rest <n>', 'seconds of rest', count, 60)
  .option('--seconds <n>', 'seconds of load', count, 30)
  .action(({ folder, rest, seconds }: { folder?: string; rest: number; seconds: number }) =>
    measureMemory(folder, rest, seconds),
  );

program
  .command('kill-portal')
  .description('kill -9 of the portal while complaints are filed')
  .option('--rounds <n>', 'kills', count, 5)
  .action(({ rounds }: { rounds: number }) => judge(drillKillPortal(rounds)));

for (const [name, description, drill] of [
  ['kill-admin', 'kill -9 of the office while clerks save walk-ins', drillKillAdmin],
  ['kill-worker', 'kill -9 of the worker while messages go out', drillKillWorker],
  ['kill-database', 'kill -9 of the built-in database while complaints are filed', drillKillDatabase],
] as const)
  program
    .command(name)
    .description(description)
    .option('--rounds <n>', 'kills', count, 5)
    .action(({ rounds }: { rounds: number }) => judge(drill(rounds)));

program
  .command('kill-rotation')
  .description('kill -9 of the command that replaces the master key, again and again')
  .option('--complaints <n>', 'with contacts, every fourth with a file', count, 400)
  .option('--kills <n>', 'kills', count, 6)
  .action(({ complaints, kills }: { complaints: number; kills: number }) =>
    judge(drillKillRotation(complaints, kills)),
  );

program
  .command('patroni')
  .description(
    "the node of the primary killed under Patroni and etcd (Debian's packages) while complaints are filed",
  )
  .option('--rounds <n>', 'kills', count, 3)
  .action(({ rounds }: { rounds: number }) => judge(drillPatroni(rounds)));

program
  .command('replica')
  .description(
    "published pages read from a standby (Debian's packages): while it follows, held up, dead and back",
  )
  .option('--seconds <n>', 'of each state', count, 10)
  .action(({ seconds }: { seconds: number }) => judge(drillReplica(seconds)));

program
  .command('outage')
  .description('the database away for some seconds: clear pages with what was typed, nothing lost')
  .option('--seconds <n>', 'how long', count, 5)
  .action(({ seconds }: { seconds: number }) => judge(drillOutage(seconds)));

program
  .command('disk-full')
  .description(
    'no room for files, then none for the database: refused with pages, nothing lost, on by itself',
  )
  .option('--seconds <n>', 'how long the database has none', count, 10)
  .action(({ seconds }: { seconds: number }) => judge(drillDiskFull(seconds)));

program
  .command('race')
  .description('many people at one item and at one complaint: one wins')
  .option('--people <n>', 'how many', count, 200)
  .action(({ people }: { people: number }) => judge(drillRace(people)));

program
  .command('duplicates')
  .description('one filing posted many times: one complaint')
  .option('--posts <n>', 'how many', count, 1000)
  .action(({ posts }: { posts: number }) => judge(drillDuplicates(posts)));

program
  .command('big-forms')
  .description('requests larger, deeper and more broken than any page sends: refused clearly, memory bounded')
  .option('--fields <n>', 'fields of a form; a hundredth of it the MB of a body', count, 10_000)
  .action(({ fields }: { fields: number }) => judge(drillBigForms(fields)));

program
  .command('guess')
  .description('guesses at the tracking page: same answer, same time, stopped at the limits')
  .option('--guesses <n>', 'of each kind', count, 600)
  .action(({ guesses }: { guesses: number }) => judge(drillGuess(guesses)));

program
  .command('simulated-year')
  .description(
    'a year of supervision, the clock looked at once, and late, twice and out of order: the same comes of it',
  )
  .option('--items <n>', 'items opened over the year', count, 2000)
  .option('--seed <words>', 'another year for other words', 'year')
  .action(({ items, seed }: { items: number; seed: string }) => judge(drillSimulatedYear(items, seed)));

program
  .command('clock')
  .description(
    'the clock moved back and forward over midnights, months and holidays: no wrong date, nothing twice',
  )
  .option('--items <n>', 'items opened in each span', count, 24)
  .action(({ items }: { items: number }) => judge(drillClock(items)));

program
  .command('rolling-restart')
  .description('two portals behind one address, restarted in turn while clients file and read')
  .option('--rounds <n>', 'how often each is restarted', count, 2)
  .action(({ rounds }: { rounds: number }) => judge(drillRollingRestart(rounds)));

program
  .command('audit')
  .description('an event edited, removed, slipped in, and two that changed places, among many: each is named')
  .option('--events <n>', 'how many there are', count, 1_000_000)
  .action(({ events }: { events: number }) => judge(drillAudit(events)));

program
  .command('restore')
  .description(
    'backup under load and at rest, the machine lost, restore on an empty one: equal to the last digit',
  )
  .option('--items <n>', 'supervision items of the quarter that is saved', count, 200)
  .action(({ items }: { items: number }) => judge(drillRestore(items)));

program
  .command('drills')
  .description('every drill, one after the other')
  .action(() => judge(drillAll()));

endAllWithSignals();
await program.parseAsync();

/** A drill whose goal is missed ends the command with code 1. */
async function judge(drill: Promise<boolean | 'skipped'>): Promise<void> {
  if (!(await drill)) process.exitCode = 1;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1');
  return value;
}

function counts(text: string): readonly number[] {
  return text.split(',').map(count);
}
