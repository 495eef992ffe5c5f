import { listDemands } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { demandTerm, monthText } from '#lib/burden/burden-terms.ts';
import { departmentName } from '#lib/department-name.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { departmentId, month } = event.params;
  const asked = { departmentId, month, kind: event.url.searchParams.get('kind') ?? '' };
  const list = valueOf(await listDemands(event.locals.house, actorOf(event), asked));
  const title = m.burden_rows_title({
    department: departmentName(list.department),
    month: monthText(list.month),
    kind: demandTerm[list.kind](),
  });
  return { title, list };
};
