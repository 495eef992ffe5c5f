import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

const launch = journeys.use?.launchOptions;

/** Every page in four modes and two widths, for looking at: `pnpm --filter @bihuan/e2e tour` beside `npm start`. */
export default defineConfig({
  ...journeys,
  testDir: './tour',
  outputDir: './test-results/tour-failed',
  timeout: 1_200_000,
  use: {
    ...journeys.use,
    launchOptions: { ...launch, args: launch?.args?.filter((arg) => arg !== '--disable-remote-fonts') ?? [] },
  },
});
