import { readFile } from 'node:fs/promises';

/** Ticks of the clock that Linux counts processor time in, per second. */
const TICKS = 100;

/** Seconds of processor time that a process has spent in its own code. */
export async function userSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; user time is the twelfth word after it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[11]) / TICKS;
}

/** Memory that a process holds now, and the most it ever held, in MB. */
export async function memoryOf(pid: number): Promise<{ readonly now: number; readonly most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}
