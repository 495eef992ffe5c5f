import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { done, refusal, type Result } from '../result.ts';
import type { Paper } from './paper.ts';

/** Papers that may wait at once; each takes about half a second. */
const MOST_WAITING = 12;
/** The thread holds two fonts of 15 MB, so it goes when it has nothing to do. */
const IDLE_MS = 20_000;
/** Found by its name: this module may have been built into a program elsewhere. */
const THREAD = createRequire(import.meta.url).resolve('@bihuan/api/paper-thread');

type Answer = { readonly id: number; readonly pdf?: Uint8Array; readonly error?: string };
type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void };

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let serial = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a paper as PDF, fonts embedded by the characters used, in a thread of its own. `papers_busy` where too many wait.
 * The caller has checked that what it says may be told.
 */
export async function makePaper(paper: Paper): Promise<Result<Uint8Array>> {
  if (waiting.size >= MOST_WAITING) return refusal('papers_busy');
  const id = (serial += 1);
  clearTimeout(idle);
  const made = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
  runningThread().postMessage({ id, paper });
  return done(await made);
}

function runningThread(): Worker {
  thread?.ref();
  if (thread !== null) return thread;
  const started = new Worker(THREAD);
  started.on('message', ({ id, pdf, error }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (pdf !== undefined) one?.resolve(pdf);
    else one?.reject(new Error(`setting a paper: ${error ?? 'no answer'}`));
    if (waiting.size === 0) rest();
  });
  started.on('error', (error) => fail(started, error as Error));
  started.on('exit', () => fail(started, new Error('the thread that sets papers ended')));
  thread = started;
  return started;
}

/** What waits on a thread that is gone fails; the next paper starts a new one. */
function fail(ended: Worker, error: Error): void {
  if (thread !== ended) return;
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function rest(): void {
  thread?.unref();
  idle = setTimeout(() => {
    const ended = thread;
    thread = null;
    void ended?.terminate();
  }, IDLE_MS);
  idle.unref();
}
