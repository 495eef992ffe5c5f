import { randomBytes, randomUUID } from 'node:crypto';
import { listItems, openHouse, type House } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { localDateOf } from '@bihuan/api/domain';
import { loadDepartments } from '../load/load-departments.ts';
import { loadItems } from '../load/load-items.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median, percentile } from '../statistics.ts';

const ASKED = 60;
const DEPARTMENTS = 60;

/** Pages of the supervision list under filters that people use, in lists of growing length: how much slower they get. */
export async function measureList(rounds: number, sizes: readonly number[]): Promise<void> {
  const database = await openScratchDatabase();
  const house = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  try {
    const departmentIds = await loadDepartments(house, DEPARTMENTS);
    const today = localDateOf(house.now());
    const asked = questions(departmentIds);
    const measured = new Map<string, number[]>();
    let from = 0;
    for (const count of sizes) {
      await loadItems(database.url, departmentIds, { from, count, today });
      from = count;
      for (const { what, actor, filter } of asked) {
        const p95 = await measure(house, rounds, actor, filter);
        measured.set(what, [...(measured.get(what) ?? []), p95]);
        console.log(`${count} items, ${what}: p95 ${p95.toFixed(1)} ms`);
      }
    }
    const rows = [...measured].map(([what, times]) => ({
      what,
      ...Object.fromEntries(sizes.map((size, at) => [`p95 ms at ${size}`, round(times[at] ?? 0)])),
      growth: round((times.at(-1) ?? 0) / (times[0] ?? 1)),
    }));
    await keep('list', rows, 'p95 grows < 1.3× from the first to the last size');
  } finally {
    await house.close();
    await database.close();
  }
}

function questions(departmentIds: readonly string[]) {
  const triage: StaffActor = {
    ...{ kind: 'staff', staffId: randomUUID(), departmentId: randomUUID(), roles: ['triage_admin'] },
  };
  const [lead = '', own = ''] = departmentIds;
  const officer: StaffActor = { ...triage, departmentId: own, roles: ['department_officer'] };
  return [
    { what: 'all that is open', actor: triage, filter: {} },
    { what: 'all there ever was', actor: triage, filter: { status: 'any' } },
    { what: 'one lead', actor: triage, filter: { leadDepartmentId: lead } },
    { what: 'one lead, late', actor: triage, filter: { leadDepartmentId: lead, overdue: true } },
    { what: 'one lead, struck off', actor: triage, filter: { leadDepartmentId: lead, status: 'struck_off' } },
    {
      what: 'listed items of inspections',
      actor: triage,
      filter: { source: 'special_inspection', importance: 'listed' },
    },
    { what: 'words', actor: triage, filter: { text: '施工许可 现场核查' } },
    { what: 'own of a department', actor: officer, filter: {} },
    { what: 'own of a department, ever', actor: officer, filter: { status: 'any' } },
  ] as const;
}

/** The median over the rounds of the 95th percentile of page after page, in milliseconds. */
async function measure(house: House, rounds: number, actor: StaffActor, filter: object): Promise<number> {
  const p95: number[] = [];
  for (let at = 0; at <= rounds; at += 1) {
    const times: number[] = [];
    let after = '';
    for (let page = 0; page < ASKED; page += 1) {
      const began = performance.now();
      const list = await listItems(house, actor, { ...filter, after });
      times.push(performance.now() - began);
      if (!list.ok) throw new Error(JSON.stringify(list));
      // After ten pages from the top again, as people do.
      after = page % 10 === 9 ? '' : (list.value.next ?? '');
    }
    // The first round only warms up.
    if (at > 0) p95.push(percentile(times, 0.95));
  }
  return median(p95);
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
