import { readAppraisal } from '@bihuan/api';
import { hasRole } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  const period = event.url.searchParams.get('period') ?? undefined;
  const appraisal = await readAppraisal(event.locals.house, actor, { period });
  if (!appraisal.ok && appraisal.kind === 'bad_input') redirect(303, event.url.pathname);
  return {
    title: m.supervision_appraisal_title(),
    appraisal: valueOf(appraisal),
    maySimulate: hasRole(actor, 'appraisal_admin', 'leader', 'auditor'),
  };
};
