import { connectionFigures, demandSameClock, readIndexKeys } from '@bihuan/api';
import { openMonitor } from '@bihuan/monitor';
import { env, house } from './house.ts';

let isStopping = false;

/** From here on this process calls itself not ready, so that a proxy turns away from it. */
export function turnAway(): void {
  isStopping = true;
}

export function isTurnedAway(): boolean {
  return isStopping;
}

/**
 * Whether this process takes requests and its database answers. Rejects where the database does not,
 * goes by another clock, or is sealed under another key.
 */
export async function isReady(): Promise<boolean> {
  if (isStopping) return false;
  await demandSameClock(house);
  await readIndexKeys(house);
  return true;
}

/** Counts what this process does, and tells it on a port of its own where one is set. */
export const monitor = openMonitor({
  ...{ app: 'portal', port: env.METRICS_PORT, host: env.METRICS_HOST },
  ...{ isReady, figures: connectionFigures(house) },
});
