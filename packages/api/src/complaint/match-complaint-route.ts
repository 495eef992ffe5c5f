import { readSuccession } from '@bihuan/db';
import {
  departmentInCharge,
  localDateOf,
  matchRoute,
  type CauseClass,
  type Importance,
  type RoutingReason,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { routingOf } from '../policy/routing/routing-in-force.ts';
import { categoryLines } from '../policy/rules-in-force.ts';

/** What the routing catalogue says of a complaint, with the departments that answer today. */
export type CatalogueRoute = {
  readonly version: string;
  readonly rule: string;
  readonly because: readonly RoutingReason[];
  readonly leadDepartmentId: string;
  readonly cooperatingDepartmentIds: readonly string[];
  readonly importance: Importance;
};

/** Where the catalogue in force sends a complaint; null where no rule holds, or its lead is no more and nobody took its place. */
export async function matchComplaintRoute(house: House, complaintId: string): Promise<CatalogueRoute | null> {
  const routing = await routingOf(house);
  if (routing.rules.length === 0) return null;
  const row = await house.db.prisma.complaint.findUnique({
    where: { id: complaintId },
    select: { title: true, body: true, place: true, category: true, causeClass: true },
  });
  if (row === null) return null;
  const above = row.category === null ? null : await topCategory(house, row.category);
  const match = matchRoute(routing.rules, {
    category: row.category,
    topCategory: above,
    text: `${row.title}\n${row.body}`,
    place: row.place,
    causeClass: row.causeClass as CauseClass,
  });
  if (match === null) return null;
  const departments = await readSuccession(house.db);
  const today = localDateOf(house.now());
  const { rule, because } = match;
  const leadDepartmentId = departmentInCharge(departments, rule.leadDepartmentId, today);
  if (leadDepartmentId === null) return null;
  const cooperating = rule.cooperatingDepartmentIds.map((id) => departmentInCharge(departments, id, today));
  const cooperatingDepartmentIds = [...new Set(cooperating)].filter(
    (id) => id !== null && id !== leadDepartmentId,
  );
  return {
    ...{ version: routing.version, rule: rule.name, because, importance: rule.importance },
    ...{ leadDepartmentId, cooperatingDepartmentIds: cooperatingDepartmentIds as string[] },
  };
}

/** The topmost category above one; null for one that has none above. */
async function topCategory(house: House, code: string): Promise<string | null> {
  const [line = []] = await categoryLines(house, [code]);
  return line.length > 1 ? (line.at(-1) ?? null) : null;
}
