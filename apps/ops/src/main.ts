import process from 'node:process';
import { explainFault } from './explain-fault.ts';
import { program } from './program.ts';

try {
  await program.parseAsync(process.argv);
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
