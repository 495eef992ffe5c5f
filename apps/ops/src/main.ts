import process from 'node:process';
import { runCommand } from './run-command.ts';

await runCommand(process.argv);
// What is done is done: a timer of the schema engine would keep the process for ten more seconds.
process.exit();
