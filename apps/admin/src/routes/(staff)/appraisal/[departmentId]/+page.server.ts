import { proposeAdjustment, readLedgerLine, readScoreSheet, readSheetNotice } from '@bihuan/api';
import { hasRole } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { departmentName } from '#lib/department-name.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const { departmentId } = event.params;
  const period = event.url.searchParams.get('period') ?? undefined;
  const asked = await readScoreSheet(house, actor, { departmentId, period });
  if (!asked.ok && asked.kind === 'bad_input' && 'period' in asked.fields) redirect(303, event.url.pathname);
  const sheet = valueOf(asked);
  const lineId = event.url.searchParams.get('line');
  const opened = lineId === null ? null : await readLedgerLine(house, actor, { lineId });
  const notice = await readSheetNotice(house, actor, { departmentId, period: sheet.period });
  return {
    title: m.supervision_sheet_title({ department: departmentName(sheet.department) }),
    sheet,
    notice: valueOf(notice),
    opened: opened?.ok ? opened.value : null,
    opensIndicators: hasRole(
      actor,
      ...(['appraisal_admin', 'triage_admin', 'leader', 'auditor'] as const),
      ...(['department_officer', 'department_head'] as const),
    ),
    /** For the form that takes a line back; null for those who cannot. */
    reversalId: hasRole(actor, 'appraisal_admin') ? house.newId() : null,
  };
};

export const actions: Actions = {
  reverse: (event) =>
    submitForm(event, proposeAdjustment, {
      then: ({ period }) => `/appraisal/adjustments?period=${period}`,
      flash: 'adjustment_proposed',
      extra: { kind: 'reversal' },
    }),
};
