import { Agent } from 'node:http';
import { filingForm } from '../load/filing-form.ts';
import { randomAddress } from '../load/random-address.ts';
import { request } from '../load/request.ts';
import { withPortal } from '../product/portal-alone.ts';
import { keep } from '../results.ts';
import { countAuditFaults } from './count-faults.ts';

const PORT = 4554;
const AT_ONCE = 16;

/** How the same filing is sent many times: `share` of the posts, `atOnce` of them at one moment, from one address or from many. */
const WAYS = [
  { way: 'pressed again and again', share: 0.4, atOnce: AT_ONCE, isOneAddress: true },
  { way: 'sent again, one after the other', share: 0.2, atOnce: 1, isOneAddress: true },
  { way: 'from many networks', share: 0.4, atOnce: AT_ONCE, isOneAddress: false },
] as const;

/** One filing is posted so many times over HTTP: every post is shown the receipt, one complaint comes of it. */
export function drillDuplicates(posts: number): Promise<boolean> {
  return withPortal(PORT, async (portal, house) => {
    const form = filingForm();
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const home = randomAddress();
    const rows = [];
    for (const { way, share, atOnce, isOneAddress } of WAYS) {
      const wanted = Math.round(posts * share);
      let sent = 0;
      let shown = 0;
      const client = async () => {
        while (sent < wanted) {
          sent += 1;
          const headers = { 'x-forwarded-for': isOneAddress ? home : randomAddress() };
          const answer = await request(agent, `${portal.url}/complaints/new/check`, headers, form);
          if (answer.status === 303 && answer.location.endsWith('/complaints/receipt')) shown += 1;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, client));
      rows.push({
        way,
        posts: wanted,
        'receipt shown': shown,
        complaints: await house.db.prisma.complaint.count(),
      });
    }
    agent.destroy();
    const events = await house.db.prisma.event.count();
    const faults = await countAuditFaults(house);
    await keep('duplicates', rows, `1 complaint, 1 event (${events}), every post is shown its receipt`);
    return (
      events === 1 &&
      faults === 0 &&
      rows.every((row) => row.complaints === 1 && row['receipt shown'] === row.posts)
    );
  });
}
