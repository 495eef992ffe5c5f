import { readLedgerLine, readScoreSheet, readSheetNotice } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { departmentName } from '#lib/department-name.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

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
  };
};
