import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 20_000;

const children = new Set<ChildProcess>();
const opened = new Set<() => Promise<void>>();

/** Closes something once, however often it is called; called by itself where a signal ends the bench before. */
export function closedAtEnd(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const closeOnce = () => (closing ??= close().finally(() => opened.delete(closeOnce)));
  opened.add(closeOnce);
  return closeOnce;
}

/** From now on SIGINT and SIGTERM end every process that is started, then all that is `closedAtEnd`, the last opened first. */
export function endAllWithSignals(): void {
  subscribe('child_process', (message) => {
    const { process: child } = message as { process: ChildProcess };
    children.add(child);
    for (const event of ['exit', 'error']) child.once(event, () => children.delete(child));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll());
}

async function endAll(): Promise<void> {
  // What was being measured fails now, which is no news.
  process.on('uncaughtException', () => undefined);
  const gone = Promise.all([...children].map((child) => once(child, 'exit')));
  for (const child of children) child.kill('SIGTERM');
  await Promise.race([gone, sleep(STOP_MS)]);
  for (const child of children) child.kill('SIGKILL');
  for (const close of [...opened].toReversed()) await close().catch(() => undefined);
  process.exit(1);
}
