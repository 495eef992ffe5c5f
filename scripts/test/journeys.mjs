import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runProgram } from '../setup/run-program.mjs';
import { StepFailed } from '../setup/step.mjs';
import { ROOT } from '../toolchain.mjs';
import { findChromium } from './chromium.mjs';
import { startProduct } from './product.mjs';

const E2E = join(ROOT, 'e2e');
const REPORT = join(E2E, 'playwright-report', 'results.json');

/** Runs the browser journeys on the built product and returns their counts. */
export async function runJourneys(show) {
  const chromium = await findChromium(show);
  const product = await startProduct(show);
  rmSync(REPORT, { force: true });
  try {
    // Without a locale Chromium gives up Chinese names of files.
    const LC_ALL = 'C.UTF-8';
    const env = { ...product.env, LC_ALL, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT };
    const args = ['exec', 'playwright', 'test', '--reporter=list,json'];
    const { code, output } = await runProgram('pnpm', args, { cwd: E2E, env, onLine: show });
    if (!existsSync(REPORT)) throw new StepFailed('playwright did not run to the end', output);
    const { stats, suites, errors } = JSON.parse(readFileSync(REPORT, 'utf8'));
    const failures = [
      ...errors.map(({ message }) => message),
      ...suites.flatMap((suite) => failuresOf(suite, [])),
    ];
    const shaky = suites.flatMap((suite) => shakyOf(suite));
    for (const { title, message } of shaky) show(`second try of “${title}” after: ${message}`);
    const failed = Math.max(stats.unexpected, code === 0 ? 0 : 1);
    const passed = stats.expected + stats.flaky;
    const note =
      shaky.length > 0
        ? `${passed} passed, at the second try: ${shaky.map(({ title }) => title).join(', ')}`
        : undefined;
    return { passed, failed, failures: failures.map(stripVTControlCharacters), note };
  } finally {
    await product.stop();
  }
}

/** What came right only at the second try, with what was wrong at the first. */
function shakyOf(suite) {
  const own = (suite.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  const told = own.map(({ title, tests }) => {
    const messages = tests.flatMap(({ results }) => results[0]?.errors ?? []).map(({ message }) => message);
    return { title, message: stripVTControlCharacters(messages.join('\n')) };
  });
  return [...told, ...(suite.suites ?? []).flatMap(shakyOf)];
}

function failuresOf(suite, above) {
  const path = [...above, suite.title];
  const own = (suite.specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.at(-1)?.errors ?? []);
      return `${[...path, title].join(' › ')}\n${errors.map(({ message }) => message).join('\n')}`;
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOf(inner, path))];
}
