import { routingInForce } from '@bihuan/db';
import { localDateOf, type RoutingPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { remember } from '../../remember.ts';

/** A published catalogue takes effect everywhere within this time. */
const KEEP_MS = 5000;

/** The routing catalogue in force now. */
export function routingOf(house: House): Promise<RoutingPolicy> {
  const on = localDateOf(house.now());
  return remember(house, `routing@${on}`, KEEP_MS, () => routingInForce(house.db, on));
}
