import { trpc } from './trpc-client.ts';

const KEEP_MS = 20_000;

let shown = $state('');
let askedAt = -KEEP_MS;

/** How much waits for this person, as the navigation shows it: empty where nothing does or nobody asked yet. */
export const inboxCount = {
  get text() {
    return shown;
  },
  /** Asks again, at most every 20 seconds. Without an answer the number before stays. */
  async refresh(): Promise<void> {
    if (performance.now() - askedAt < KEEP_MS) return;
    askedAt = performance.now();
    const result = await trpc.inboxCount.query().catch(() => null);
    if (!result?.ok) return;
    const { count, isCapped } = result.value;
    shown = count === 0 ? '' : `${count}${isCapped ? '+' : ''}`;
  },
};
