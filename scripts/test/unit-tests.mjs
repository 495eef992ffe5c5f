import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runTurbo } from '../setup/packages.mjs';
import { StepFailed } from '../setup/step.mjs';
import { ROOT } from '../toolchain.mjs';

const REPORT = join('test-results', 'vitest.json');

/** Runs the Vitest suites of all packages on one shared database server and adds up their reports. */
export async function runUnitTests(show) {
  const packages = packagesWithTests();
  for (const folder of packages) rmSync(join(folder, REPORT), { force: true });
  const { openTestServer } = await import(
    pathToFileURL(join(ROOT, 'packages/db/src/testing/test-server.ts')).href
  );
  // Held open here, so that the server is not stopped and started again between packages.
  const server = process.env.TEST_DATABASE_URL ? undefined : await openTestServer();
  let fault;
  try {
    const reporters = [
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ];
    await runTurbo(['test'], show, ['--continue=always', '--concurrency=2', '--', ...reporters]);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    fault = error;
  } finally {
    await server?.stop();
  }
  const sum = { passed: 0, failed: 0, failures: [] };
  for (const folder of packages) add(sum, folder);
  if (fault && sum.failed === 0) {
    sum.failed = 1;
    sum.failures.push(fault.output);
  }
  return sum;
}

function packagesWithTests() {
  return ['packages', 'apps']
    .flatMap((parent) => readdirSync(join(ROOT, parent)).map((name) => join(ROOT, parent, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src')))
    .filter((folder) =>
      readdirSync(join(folder, 'src'), { recursive: true }).some((file) => file.endsWith('.test.ts')),
    );
}

function add(sum, folder) {
  const name = relative(ROOT, folder);
  if (!existsSync(join(folder, REPORT))) {
    sum.failed += 1;
    sum.failures.push(`${name}: its tests did not run to the end`);
    return;
  }
  const report = JSON.parse(readFileSync(join(folder, REPORT), 'utf8'));
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failures) {
      sum.failures.push(`${name}: ${fullName}\n${failureMessages.map(withoutForeignFrames).join('\n')}`);
    }
    if (file.status === 'failed' && failures.length === 0) {
      sum.failed += 1;
      sum.failures.push(`${relative(ROOT, file.name)}\n${file.message}`);
    }
  }
}

/** The message and the stack without the frames inside installed packages. */
function withoutForeignFrames(message) {
  const lines = message.split('\n');
  return lines.filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line)).join('\n');
}
