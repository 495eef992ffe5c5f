import { trpc } from './trpc-client.ts';

const KEEP_MS = 5000;
const EVERY_MS = 15_000;

let shown = $state('');
let askedAt = -KEEP_MS;

/** How many notices are unread, as the bell shows it: empty where none is or nobody asked yet. */
export const noticeCount = {
  get text() {
    return shown;
  },
  /** Asks again, at most every five seconds. Without an answer the number before stays. */
  async refresh(): Promise<void> {
    if (performance.now() - askedAt < KEEP_MS) return;
    askedAt = performance.now();
    const result = await trpc.noticeCount.query().catch(() => null);
    if (result?.ok) shown = result.value === 0 ? '' : result.value > 99 ? '99+' : String(result.value);
  },
  /** Takes a number that the server just told. */
  set(count: number): void {
    shown = count === 0 ? '' : count > 99 ? '99+' : String(count);
  },
  /** Asks every 15 seconds while the page is looked at. Returns how to stop it. */
  watch(): () => void {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void noticeCount.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  },
};
