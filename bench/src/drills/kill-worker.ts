import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '@bihuan/api';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { openSmtpPeer } from '../peers/smtp-peer.ts';
import { startWholeProduct } from '../product/whole-product.ts';
import { keep } from '../results.ts';
import { until } from '../until.ts';
import { countAuditFaults, countMissing } from './count-faults.ts';

const PORT = 4558;
const CLIENTS = 2;
/** Between two filings of a client: a busy machine sends few mails a second, and all of them are waited for in the end. */
const PAUSE_MS = 500;
const MAILS_BEFORE_KILL = 15;
const THINKS_MS = 100;
const PATIENCE_MS = 90_000;
/** A job whose worker was killed is taken up again after two minutes, and looked for every minute. */
const SETTLE_MS = 6 * 60_000;
/** How many messages a worker has in hand at a time, `TOGETHER` of the queues. */
const IN_HAND = 5;

/**
 * kill -9 of the worker while complaints are filed and their receipts go out by SMTP, in turn when a mail is announced and not
 * handed over, and when it is handed over and not said yes to. In the end every acknowledged
 * complaint has had its mail. What was in hand at a kill may be handed over again, always under the same Message-ID.
 */
export async function drillKillWorker(rounds: number): Promise<boolean> {
  const peer = await openSmtpPeer(THINKS_MS);
  const product = await startWholeProduct(PORT, { SMTP_URL: peer.url, MAIL_FROM: 'window@zone.example.cn' });
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const acknowledged: string[] = [];
  try {
    let isOn = true;
    const work = Array.from({ length: CLIENTS }, async () => {
      while (isOn) {
        const token = await fileAtPortal(agent, product.portalUrl, {
          email: `a${acknowledged.length}@example.com`,
        });
        if (token !== null) acknowledged.push(token);
        await sleep(PAUSE_MS);
      }
    });
    const rows = [];
    for (let round = 1; round <= rounds; round += 1) {
      const begun = peer.taken.length;
      await until(() => peer.taken.length >= begun + MAILS_BEFORE_KILL, PATIENCE_MS);
      const before = await product.pidOf('worker');
      const stage = round % 2 === 1 ? 'announced' : 'handed';
      const isCaught = await until(() => peer.underWay[stage] > 0, PATIENCE_MS);
      const killedAt = performance.now();
      process.kill(before, 'SIGKILL');
      // A mail that was under way counts as taken after the kill; so the next worker is waited for first.
      await until(async () => ![0, before].includes(await product.pidOf('worker')), PATIENCE_MS);
      const taken = peer.taken.length;
      await until(() => peer.taken.length > taken, PATIENCE_MS);
      rows.push({
        round,
        'a mail was': isCaught ? stage : 'NOT UNDER WAY',
        mails: taken - begun,
        filed: acknowledged.length,
        'back ms': Math.round(performance.now() - killedAt),
      });
    }
    isOn = false;
    await Promise.all(work);
    const settling = performance.now();
    await until(async () => (await countUntold(product.house)) === 0, SETTLE_MS);
    const seconds = Math.round((performance.now() - settling) / 1000);
    const ids = new Set(peer.taken);
    const again = peer.taken.length - ids.size;
    const untold = await countUntold(product.house);
    const known = (await readMessageIds(product.house)).filter((id) => ids.has(id)).length;
    const [unsent, strange] = [acknowledged.length - known, ids.size - known];
    const missing = await countMissing(product.house, acknowledged);
    const faults = await countAuditFaults(product.house);
    await keep(
      'kill-worker',
      rows,
      `working again in < 10 s; every mail out: ${unsent} of ${acknowledged.length} not, ${untold} waiting, settled ${seconds} s later; ` +
        `${missing} complaints missing, ${faults} faults of the audit; ${again} handed over again under the same Message-ID, at most ${IN_HAND} a kill, ${strange} under another`,
    );
    const isBack = rows.every(
      (row) =>
        row['a mail was'] !== 'NOT UNDER WAY' && row.mails >= MAILS_BEFORE_KILL && row['back ms'] < 10_000,
    );
    const areAllOut = [untold, unsent, strange, missing, faults].every((count) => count === 0);
    return isBack && areAllOut && again <= IN_HAND * rounds;
  } finally {
    agent.destroy();
    await product.stop();
    await peer.close();
  }
}

/** Complaints without a mail, and mails that wait or were given up. */
async function countUntold(house: House): Promise<number> {
  const { rows } = await house.db.pool.query<{ untold: number }>(
    `SELECT (SELECT count(*) FROM complaint c WHERE NOT EXISTS (SELECT FROM message m WHERE m.complaint_id = c.id AND m.channel = 'email'))::int
          + (SELECT count(*) FROM message WHERE channel = 'email' AND status <> 'sent')::int AS untold`,
  );
  return rows[0]?.untold ?? 0;
}

/** Under what the product says that it handed mails over. */
async function readMessageIds(house: House): Promise<readonly string[]> {
  const { rows } = await house.db.pool.query<{ id: string }>(
    `SELECT provider_id AS id FROM message WHERE channel = 'email' AND provider_id <> ''`,
  );
  return rows.map(({ id }) => id);
}
