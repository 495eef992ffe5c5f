import process from 'node:process';
import { runCommand } from './run-command.ts';

await runCommand(process.argv);
