import type { FormAnswer } from '#lib/form-answer.ts';
import type { DeviceStore, Typed, Waiting } from './device-store.ts';
import { sendEntry } from './send-entry.ts';

const AGAIN_MS = 10_000;

export type ShownEntry = Waiting & { readonly answer: FormAnswer | null };
export type SentEntry = { readonly once: string; readonly title: string; readonly href: string };

function nowText(): string {
  return new Date().toISOString();
}

/** The entries of a clerk that wait on this device. They are sent one after another, each once, when the network is back. */
export class WaitingEntries {
  entries = $state<readonly ShownEntry[]>([]);
  sent = $state<readonly SentEntry[]>([]);
  others = $state(0);
  isOnline = $state(true);
  isSending = $state(false);
  mustSignIn = $state(false);
  readonly #store: DeviceStore;

  constructor(store: DeviceStore) {
    this.#store = store;
  }

  /** Begins to watch the network; what comes back ends it. */
  watch(): () => void {
    this.isOnline = navigator.onLine;
    const on = () => {
      this.isOnline = true;
      void this.sendAll();
    };
    const off = () => (this.isOnline = false);
    const again = setInterval(() => void this.sendAll(), AGAIN_MS);
    addEventListener('online', on);
    addEventListener('offline', off);
    addEventListener('focus', on);
    void this.reload().then(() => this.sendAll());
    return () => {
      clearInterval(again);
      removeEventListener('online', on);
      removeEventListener('offline', off);
      removeEventListener('focus', on);
    };
  }

  async reload(): Promise<void> {
    const { own, others } = await this.#store.readWaiting();
    const before = this.entries;
    const answerTo = (once: string) => before.find((entry) => entry.once === once)?.answer ?? null;
    this.entries = own.map((entry) => ({ ...entry, answer: answerTo(entry.once) }));
    this.others = others;
  }

  async keep(typed: Typed): Promise<void> {
    const once = fieldOf(typed, 'once');
    await this.#store.keepWaiting({ once, at: nowText(), typed });
    await this.reload();
    this.isOnline = navigator.onLine;
  }

  async drop(once: string): Promise<void> {
    await this.#store.dropWaiting(once);
    await this.reload();
  }

  /** Two tabs do not send at the same time; the once-only token covers what a lock cannot. */
  async sendAll(): Promise<void> {
    if (!navigator.onLine || this.isSending) return;
    this.isSending = true;
    await navigator.locks
      .request('walk-in-entries', { ifAvailable: true }, async (lock) => {
        if (lock !== null) await this.#sendOneByOne();
      })
      .finally(() => (this.isSending = false));
  }

  async #sendOneByOne(): Promise<void> {
    await this.reload();
    for (const entry of this.entries.filter(({ answer }) => answer === null)) {
      const sent = await sendEntry(entry.typed);
      this.isOnline = sent.kind !== 'unreachable';
      this.mustSignIn = sent.kind === 'sign_in';
      if (sent.kind === 'unreachable' || sent.kind === 'sign_in') return;
      if (sent.kind === 'filed') {
        await this.#store.dropWaiting(entry.once);
        const { once, typed } = entry;
        this.sent = [...this.sent, { once, title: fieldOf(typed, 'title'), href: sent.href }];
        await this.reload();
      } else {
        this.entries = this.entries.map((one) =>
          one.once === entry.once ? { ...one, answer: sent.answer } : one,
        );
      }
    }
  }
}

export function fieldOf(typed: Typed, name: string): string {
  return typed.findLast(([field]) => field === name)?.[1] ?? '';
}
