import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadPlan, LoadResult } from './load-plan.ts';

const GENERATOR = fileURLToPath(new URL('./generator.ts', import.meta.url));

/** Runs the plan in a process of its own, so that making load and answering it do not share one event loop. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = fork(GENERATOR, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(plan);
  const [result] = (await once(child, 'message')) as [LoadResult];
  child.kill();
  return result;
}
