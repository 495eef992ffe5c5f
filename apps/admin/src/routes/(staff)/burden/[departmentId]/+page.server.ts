import { readDepartmentBurden } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '#lib/department-name.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = {
    departmentId: event.params.departmentId,
    until: event.url.searchParams.get('until') ?? '',
  };
  const burden = valueOf(await readDepartmentBurden(event.locals.house, actorOf(event), asked));
  return { title: m.burden_of_department({ department: departmentName(burden.department) }), burden };
};
