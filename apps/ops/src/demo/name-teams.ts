import { listCategories, nameForTeams, type House } from '@bihuan/api';
import { localDateOf, type ExpertiseKind } from '@bihuan/api/domain';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';

/** So many categories one person knows. */
const KNOWN = 6;

/** Names who can be on teams: inspectors full-time, assessors part-time, a head of a department as an invited expert. */
export async function nameTeams(house: House, zone: Zone): Promise<void> {
  const [triage] = zone.people('triage_admin');
  if (triage === undefined) return;
  const codes = (await listCategories(house)).map(({ code }) => code);
  const people: readonly (readonly [ExpertiseKind, string])[] = [
    ...zone.people('inspector').map(({ staffId }) => ['full_time', staffId] as const),
    ...zone.people('assessor').map(({ staffId }) => ['part_time', staffId] as const),
    ...zone.people('department_head', 'planning').map(({ staffId }) => ['invited', staffId] as const),
  ];
  const fromOn = localDateOf(house.now());
  for (const [at, [kind, staffId]] of people.entries()) {
    const categories = Array.from(
      { length: KNOWN },
      (_, nth) => codes[(at * KNOWN + nth) % codes.length] ?? '',
    );
    taken(await nameForTeams(house, triage, { staffId, kind, categories: [...new Set(categories)], fromOn }));
  }
}
