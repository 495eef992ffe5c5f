import { readFile } from 'node:fs/promises';

/** Ticks of the clock that Linux counts processor time in, per second. */
const TICKS = 100;

/** Seconds of processor time that a process has spent in its own code. */
export async function userSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; user time is the twelfth word after it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[11]) / TICKS;
}

/**
 * Memory of a process in MB: what it holds now, its share of that (pages held by several processes divided among them)
 * and the most it ever held.
 */
export async function memoryOf(pid: number): Promise<Memory> {
  const [status, pages] = await Promise.all(
    ['status', 'smaps_rollup'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
  );
  const of = (text: string | undefined, name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text ?? '')?.[1] ?? 0) / 1024);
  return { now: of(status, 'VmRSS'), share: of(pages, 'Pss'), most: of(status, 'VmHWM') };
}

export type Memory = { readonly now: number; readonly share: number; readonly most: number };
