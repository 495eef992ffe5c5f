import { readComplaint } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { complaintId: event.params.id };
  const { id, trackingNumber, title, timeline } = valueOf(
    await readComplaint(event.locals.house, actorOf(event), asked),
  );
  const declined = timeline.map((entry) => entry.event).find(({ type }) => type === 'ComplaintDeclined');
  if (declined?.type !== 'ComplaintDeclined') error(404);
  const { at, reason, competentBody, notice } = declined;
  const office = event.locals.staff?.departmentName ?? '';
  return {
    title: m.admin_notice_title(),
    declined: { id, trackingNumber, matter: title, at, reason, competentBody, notice, office },
  };
};
