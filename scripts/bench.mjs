import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installPackages, runTurbo } from './setup/packages.mjs';
import { step } from './setup/step.mjs';
import { ROOT, useToolchain } from './toolchain.mjs';

// `npm run bench -- <figure or drill>`: builds what is measured, then hands over to bench/.
await useToolchain(fileURLToPath(import.meta.url));
await step('packages', installPackages);
await step('build', (show) => runTurbo(['generate', 'build'], show));

const main = join(ROOT, 'bench', 'src', 'main.ts');
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('disconnect', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
