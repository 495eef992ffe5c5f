import type { ActedBy } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '../department-name.ts';

/** Who stands behind a step, in words. */
export function actedBy(by: ActedBy): string {
  if (by.kind !== 'staff') return by.kind === 'complainant' ? m.admin_by_complainant() : m.admin_by_system();
  const name = by.forName === undefined ? by.name : m.interface_by_for({ self: by.name, name: by.forName });
  return by.department ? `${name} · ${departmentName(by.department)}` : name;
}
