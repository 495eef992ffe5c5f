import { z } from 'zod';
import { previewDueDate } from './complaint/due-date-preview.ts';
import { earlierCases } from './complaint/earlier-cases.ts';
import { countInbox } from './complaint/read-inbox.ts';
import { searchEverything } from './complaint/search-everything.ts';
import { countNotices } from './notification/list-notices.ts';
import { leavePresence, markPresence } from './people/mark-presence.ts';
import { t } from './trpc.ts';

const asked = t.procedure.input(z.unknown());

/**
 * What the pages of the staff ask while a person types; forms are sent by form actions. Every procedure is a use case, checks
 * authority itself and answers with a `Result`.
 */
export const staffRouter = t.router({
  dueDatePreview: asked.query(({ ctx: { house, actor }, input }) => previewDueDate(house, actor, input)),
  /** A mutation, because each look is recorded. */
  earlierCases: asked.mutation(({ ctx: { house, actor }, input }) => earlierCases(house, actor, input)),
  inboxCount: t.procedure.query(({ ctx: { house, actor } }) => countInbox(house, actor)),
  noticeCount: t.procedure.query(({ ctx: { house, actor } }) => countNotices(house, actor)),
  leavePresence: asked.mutation(({ ctx: { house, actor }, input }) => leavePresence(house, actor, input)),
  markPresence: asked.mutation(({ ctx: { house, actor }, input }) => markPresence(house, actor, input)),
  search: asked.query(({ ctx: { house, actor }, input }) => searchEverything(house, actor, input)),
});

export type StaffRouter = typeof staffRouter;
