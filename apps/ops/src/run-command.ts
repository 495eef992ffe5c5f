import process from 'node:process';
import { explainFault } from './explain-fault.ts';
import { program } from './program.ts';

/** Runs the command that `argv` names, as Node gives it. What goes wrong becomes one sentence and exit code 1. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv);
  } catch (error) {
    console.error(explainFault(error));
    process.exitCode = 1;
  }
}
