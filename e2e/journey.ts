import { test as base } from '@playwright/test';
import { closeWindows } from './staff.ts';

export { expect } from '@playwright/test';

/** A test that closes its windows when it is over: pages left open go on listening, and are told what later tests do. */
export const test = base.extend<{ closedWindows: null }>({
  closedWindows: [
    async ({ browser }, use) => {
      await use(null);
      await closeWindows(browser);
    },
    { auto: true },
  ],
});
