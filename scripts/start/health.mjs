import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the address answers `/healthz` with success. Stops waiting when `hasFailed()` or after the time. */
export async function waitUntilHealthy(address, hasFailed, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && !hasFailed()) {
    if (await isHealthy(address)) return true;
    await sleep(100);
  }
  return false;
}

async function isHealthy(address) {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
