import { runProgram } from '../setup/run-program.mjs';
import { runTurbo } from '../setup/packages.mjs';
import { StepFailed } from '../setup/step.mjs';

/**
 * The checks of the code itself, each of which passes or fails as a whole. Two lanes, run side by side: most use one core.
 * knip reads what `types` and `build` write anew, so that it comes before them in their lane.
 */
const LANES = [
  [
    ['format', program('oxfmt', ['--check'])],
    ['format of pages', program('prettier', ['--check', '--log-level=warn', '**/*.{astro,svelte}'])],
    ['lint', program('oxlint', ['--deny-warnings'])],
    ['lint of pages', program('eslint', ['.', '--max-warnings=0'])],
    [
      'promises',
      program('oxlint', ['--type-aware', '--deny-warnings', 'packages', 'apps/ops', 'apps/worker']),
    ],
    ['boundaries', program('node', ['scripts/boundaries.mjs'])],
  ],
  [
    ['knip', program('knip', ['--no-progress'])],
    ['types', (show) => runTurbo(['check'], show, ['--continue=always', '--concurrency=2'])],
    ['build', (show) => runTurbo(['build'], show, ['--continue=always', '--concurrency=2'])],
  ],
];

export function runGates(tally) {
  return Promise.all(
    LANES.map(async (lane) => {
      for (const [title, work] of lane) await tally.gate(title, work);
    }),
  );
}

function program(name, args) {
  return async (show) => {
    const { code, output } = await runProgram(name, args, { onLine: show });
    if (code !== 0) throw new StepFailed(`${[name, ...args].join(' ')} failed`, output);
  };
}
