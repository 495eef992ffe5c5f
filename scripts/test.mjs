import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installPackages, runTurbo } from './setup/packages.mjs';
import { runGates } from './test/gates.mjs';
import { runJourneys } from './test/journeys.mjs';
import { Tally } from './test/tally.mjs';
import { runUnitTests } from './test/unit-tests.mjs';
import { useToolchain } from './toolchain.mjs';

// `npm test` runs everything; `npm test -- --only gates|unit|e2e` a part. The last line is the sum of all counts.
await useToolchain(fileURLToPath(import.meta.url));

const PARTS = ['gates', 'unit', 'e2e'];
const only = readOnly(process.argv.slice(2));
const tally = new Tally();
const isWanted = (part) => only === undefined || only === part;

const isReady =
  (await tally.prepare('packages', installPackages)) &&
  (await tally.prepare('generated sources', (show) => runTurbo(['generate'], show)));
if (isReady && isWanted('gates')) await runGates(tally);
if (isReady && isWanted('unit')) await tally.suite('unit tests', runUnitTests);
if (isReady && isWanted('e2e')) await tally.suite('journeys', runJourneys);
process.exit(tally.close());

function readOnly(args) {
  if (args.length === 0) return undefined;
  const [flag, part] = args.flatMap((arg) => arg.split('='));
  if (flag === '--only' && PARTS.includes(part)) return part;
  console.error(`npm test -- --only ${PARTS.join('|')}`);
  return process.exit(2);
}
