import { connectionFigures, demandSameClock, readIndexKeys } from '@bihuan/api';
import { openMonitor, type Monitor } from '@bihuan/monitor';
import { theHouse } from './house.ts';
import { isTurnedAway } from './stop-in-order.ts';

let opened: Monitor | undefined;

/** Counts what this process does, and tells it on a port of its own where one is set. Opened at the first call. */
export function theMonitor(): Monitor {
  if (opened) return opened;
  const { house, env } = theHouse();
  opened = openMonitor({
    ...{ app: 'admin', port: env.METRICS_PORT, host: env.METRICS_HOST },
    ...{ isReady, figures: connectionFigures(house) },
  });
  return opened;
}

/**
 * Whether this process takes requests and its database answers. Rejects where the database does not,
 * goes by another clock, or is sealed under another key.
 */
export async function isReady(): Promise<boolean> {
  if (isTurnedAway()) return false;
  const { house } = theHouse();
  await demandSameClock(house);
  await readIndexKeys(house);
  return true;
}
