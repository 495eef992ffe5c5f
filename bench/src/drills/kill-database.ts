import { Agent } from 'node:http';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { startWholeProduct } from '../product/whole-product.ts';
import { keep } from '../results.ts';
import { holdsAll, KILL_GOAL, killInRounds, killPart } from './kill-rounds.ts';

const PORT = 4550;
const CLIENTS = 8;

/** kill -9 of the built-in database while complaints are filed; `npm start` brings it back. */
export async function drillKillDatabase(rounds: number): Promise<boolean> {
  const product = await startWholeProduct(PORT);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  // The counting connects anew after each kill.
  product.house.db.pool.on('error', () => undefined);
  try {
    const pids = await Promise.all((['portal', 'admin', 'worker'] as const).map(product.pidOf));
    const file = () => fileAtPortal(agent, product.portalUrl);
    const rows = await killInRounds(product.house, {
      kill: killPart(product, 'database'),
      rounds,
      clients: CLIENTS,
      file,
    });
    const after = await Promise.all((['portal', 'admin', 'worker'] as const).map(product.pidOf));
    const crashed = after.filter((pid, index) => pid !== pids[index]).length;
    await keep('kill-database', rows, `${KILL_GOAL}; no app ends with it (${crashed} did)`);
    return holdsAll(rows) && crashed === 0;
  } finally {
    agent.destroy();
    await product.stop();
  }
}
