import { statfsSync } from 'node:fs';
import process from 'node:process';
import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Playwright keeps the browser's shared memory on disk, for containers that have little. */
const hasSharedMemory = bytesFree('/dev/shm') > 1e9;

function bytesFree(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 420_000,
  // A second try on a busy machine; which journeys needed it is said at the end of the run.
  retries: 1,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env['PLAYWRIGHT_JSON']
      ? [['json', { outputFile: process.env['PLAYWRIGHT_JSON'] }] as const]
      : []),
  ],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Recording every step for a failure that seldom comes takes as long as the steps themselves.
    trace: process.env['PLAYWRIGHT_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      ignoreDefaultArgs: hasSharedMemory ? ['--disable-dev-shm-usage'] : [],
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // Their shapes are looked at on the tour; here they only take time.
        '--disable-remote-fonts',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
