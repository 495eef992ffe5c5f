import { Agent } from 'node:http';
import type { House } from '@bihuan/api';
import { signIn } from '../load/office.ts';
import { randomAddress } from '../load/random-address.ts';
import { request } from '../load/request.ts';
import { walkInForm } from '../load/walk-in-form.ts';
import { startWholeProduct } from '../product/whole-product.ts';
import { keep } from '../results.ts';
import { holdsAll, KILL_GOAL, killInRounds, killPart } from './kill-rounds.ts';
import { settleClerks } from './settle-clerks.ts';

const PORT = 4552;
const CLERKS = 6;

/**
 * kill -9 of the office while clerks save walk-ins, every second one settled on the spot. What got no answer is sent again,
 * as the page of walk-ins does, and must then be there once and settled where that was said.
 */
export async function drillKillAdmin(rounds: number): Promise<boolean> {
  const product = await startWholeProduct(PORT);
  const agent = new Agent({ keepAlive: true, maxSockets: CLERKS });
  try {
    const { logins, password } = await settleClerks(product.house, CLERKS);
    const cookies: string[] = [];
    for (const login of logins) cookies.push(await signIn(product.adminUrl, agent, login, password));
    const unanswered = new Map<number, Record<string, string>>();
    const settled: string[] = [];
    let turn = 0;
    const file = async (clerk: number) => {
      const form = unanswered.get(clerk) ?? walkInForm((turn += 1) % 2 === 0);
      unanswered.set(clerk, form);
      const headers = {
        cookie: cookies[clerk] ?? '',
        accept: 'text/html',
        'x-forwarded-for': randomAddress(),
      };
      const { status, location } = await request(agent, `${product.adminUrl}/walk-in`, headers, form);
      if (status !== 303 || !location.startsWith('/walk-in/')) return null;
      unanswered.delete(clerk);
      const token = form['once'] ?? '';
      if (form['isSettled'] === 'true') settled.push(token);
      return token;
    };
    const rows = await killInRounds(product.house, {
      kill: killPart(product, 'admin'),
      rounds,
      clients: CLERKS,
      file,
    });
    const unsettled = await countUnsettled(product.house, settled);
    await keep(
      'kill-admin',
      rows,
      `${KILL_GOAL}; of ${settled.length} settled on the spot ${unsettled} are not`,
    );
    return holdsAll(rows) && settled.length > 0 && unsettled === 0;
  } finally {
    agent.destroy();
    await product.stop();
  }
}

async function countUnsettled(house: House, tokens: readonly string[]): Promise<number> {
  const hashes = tokens.map((token) => house.keyring.keyedHash('once', token));
  const { rows } = await house.db.pool.query<{ found: number }>(
    `SELECT count(*)::int AS found FROM complaint WHERE once_hash = ANY($1::bytea[]) AND status = 'settled_on_the_spot'`,
    [hashes],
  );
  return tokens.length - (rows[0]?.found ?? 0);
}
