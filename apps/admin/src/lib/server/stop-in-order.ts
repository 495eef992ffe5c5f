import { endWhatIsOpen } from './when-stopping.ts';

/** The server of SvelteKit listens to the signals only after everything of ours has begun. */
const AFTER_MS = 1000;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

let isStopping = false;

/** Whether this process is about to stop, so that a proxy should turn away from it. */
export function isTurnedAway(): boolean {
  return isStopping;
}

/**
 * Leaves what the process holds when the server has closed, by `close`. With `seconds`, a process that is told to stop calls
 * itself not ready first and takes requests for so long. The server of SvelteKit (adapter-node 6) has no such time of its
 * own: it closes at once, and a proxy that has not noticed yet loses requests.
 */
export function stopInOrder(seconds: number, close: () => Promise<unknown>): void {
  // Connections to the database would keep a process whose server has closed.
  process.once('sveltekit:shutdown', () => void close().finally(() => process.exit(0)));
  if (seconds === 0) return;
  setTimeout(() => {
    for (const signal of SIGNALS) {
      const stops = process.listeners(signal);
      process.removeAllListeners(signal);
      process.once(signal, () => {
        isStopping = true;
        setTimeout(() => {
          endWhatIsOpen();
          for (const stop of stops) stop(signal);
        }, seconds * 1000);
      });
    }
  }, AFTER_MS).unref();
}
