import { listInspections } from '@bihuan/api';
import { hasRole } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  return {
    title: m.inspection_title(),
    list: valueOf(await listInspections(event.locals.house, actor)),
    isOffice: hasRole(actor, 'triage_admin', 'inspector', 'leader', 'auditor'),
  };
};
