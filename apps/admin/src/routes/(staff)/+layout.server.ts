import { takeFlash } from '#lib/server/flash-cookie.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { staff }, cookies }) => {
  if (staff === null) error(401);
  const { name, roles, departmentName, departmentNameEn, departmentId, actingFor } = staff;
  return {
    staff: { name, roles, department: { name: departmentName, nameEn: departmentNameEn }, departmentId },
    actingFor,
    flash: takeFlash(cookies),
  };
};
