import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@bihuan/db/testing/global-setup'],
    // Much of the time is PostgreSQL's, so that two at a time are right on two cores as well.
    // Files share the modules their worker has loaded, which takes longer than most tests; each has a database of its own.
    isolate: false,
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
