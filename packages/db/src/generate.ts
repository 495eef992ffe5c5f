import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

// Every Prisma command looks for its schema engine and downloads it when missing. Generating never runs the engine,
// so any existing program stands in for it and no network is needed.
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};
const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');

execFileSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  cwd: dirname(import.meta.dirname),
  env,
  stdio: 'inherit',
});
