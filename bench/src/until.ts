import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 20;

/** Waits until something is so, at most `patience` milliseconds; whether it came to be. */
export async function until(isSo: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const giveUpAt = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() >= giveUpAt) return false;
    await sleep(LOOK_MS);
  }
  return true;
}
