import { Agent } from 'node:http';
import process from 'node:process';
import { percentile } from '../statistics.ts';
import { filingForm } from './filing-form.ts';
import { randomAddress } from './random-address.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';
import { request } from './request.ts';

process.once('message', (plan: LoadPlan) => {
  void generate(plan).then((result) => process.send?.(result));
});

async function generate(plan: LoadPlan): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  const end = begun + plan.seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      const isDone = await attempt(plan, agent);
      if (isDone) times.push(performance.now() - started);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: plan.clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  const [p50, p95] = times.length === 0 ? [0, 0] : [percentile(times, 0.5), percentile(times, 0.95)];
  return { done: times.length, failed, perSecond: times.length / seconds, p50, p95 };
}

async function attempt(
  { url, scenario, headers = {}, fields, expect }: LoadPlan,
  agent: Agent,
): Promise<boolean> {
  const form = scenario === 'file' ? filingForm() : scenario === 'track' ? fields : undefined;
  // Complainants have addresses of their own; from one alone the portal takes only some an hour.
  const from = scenario === 'file' ? { ...headers, 'x-forwarded-for': randomAddress() } : headers;
  const answer = await request(agent, url, from, form);
  return answer.status === expect;
}
