import { runProgram } from '../setup/run-program.mjs';
import { runTurbo } from '../setup/packages.mjs';
import { StepFailed } from '../setup/step.mjs';

/** The checks of the code itself, each of which passes or fails as a whole. */
export const GATES = [
  ['format', program('prettier', ['--check', '--log-level=warn', '.'])],
  ['lint', program('eslint', ['.', '--max-warnings=0'])],
  ['boundaries', program('node', ['scripts/boundaries.mjs'])],
  ['knip', program('knip', ['--no-progress'])],
  ['types', (show) => runTurbo(['check'], show, ['--continue=always'])],
  ['build', (show) => runTurbo(['build'], show, ['--continue=always'])],
];

function program(name, args) {
  return async (show) => {
    const { code, output } = await runProgram(name, args, { onLine: show });
    if (code !== 0) throw new StepFailed(`${[name, ...args].join(' ')} failed`, output);
  };
}
