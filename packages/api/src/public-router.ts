import { readMonth } from './appraisal/read-month.ts';
import { readScoreboard } from './appraisal/read-scoreboard.ts';
import { confirmAnswer } from './complaint/confirm-answer.ts';
import { disputeAnswer } from './complaint/dispute-answer.ts';
import { openTracking } from './complaint/open-tracking.ts';
import { rateComplaint } from './complaint/rate-complaint.ts';
import { readFilingChoices } from './complaint/read-filing-choices.ts';
import { reopenComplaint } from './complaint/reopen-complaint.ts';
import { replyToQuestion } from './complaint/reply-to-question.ts';
import { submitComplaint } from './complaint/submit-complaint.ts';
import { supplementComplaint } from './complaint/supplement-complaint.ts';
import { trackComplaint } from './complaint/track-complaint.ts';
import { urgeComplaint } from './complaint/urge-complaint.ts';
import { withdrawComplaint } from './complaint/withdraw-complaint.ts';
import { deadlinesOf } from './policy/rules-in-force.ts';
import { remember } from './remember.ts';
import { publicT } from './trpc.ts';

/** Figures of the whole zone may be this old, in milliseconds. */
const FIGURES = 30_000;

/** As it came from the form; each use case parses it. */
const typed = publicT.procedure.input((raw: unknown) => raw);
const { procedure } = publicT;

/** What the public may do. Called in-process by the portal; mounted nowhere. */
export const publicRouter = publicT.router({
  submitComplaint: typed.mutation(({ ctx, input }) => submitComplaint(ctx.house, ctx.actor, input)),
  openTracking: typed.mutation(({ ctx, input }) => openTracking(ctx.house, ctx.address, input)),
  trackComplaint: typed.query(({ ctx, input }) => trackComplaint(ctx.house, ctx.actor, input)),
  replyToQuestion: typed.mutation(({ ctx, input }) => replyToQuestion(ctx.house, ctx.actor, input)),
  confirmAnswer: typed.mutation(({ ctx, input }) => confirmAnswer(ctx.house, ctx.actor, input)),
  disputeAnswer: typed.mutation(({ ctx, input }) => disputeAnswer(ctx.house, ctx.actor, input)),
  rateComplaint: typed.mutation(({ ctx, input }) => rateComplaint(ctx.house, ctx.actor, input)),
  reopenComplaint: typed.mutation(({ ctx, input }) => reopenComplaint(ctx.house, ctx.actor, input)),
  supplementComplaint: typed.mutation(({ ctx, input }) => supplementComplaint(ctx.house, ctx.actor, input)),
  urgeComplaint: typed.mutation(({ ctx, input }) => urgeComplaint(ctx.house, ctx.actor, input)),
  withdrawComplaint: typed.mutation(({ ctx, input }) => withdrawComplaint(ctx.house, ctx.actor, input)),
  readScoreboard: typed.query(({ ctx, input }) =>
    remember(ctx.house, `scoreboard:${JSON.stringify(input)}`, FIGURES, () =>
      readScoreboard(ctx.house, input),
    ),
  ),
  readMonth: procedure.query(({ ctx }) => remember(ctx.house, 'month', FIGURES, () => readMonth(ctx.house))),
  readFilingChoices: procedure.query(({ ctx }) =>
    remember(ctx.house, 'filing choices', FIGURES, () => readFilingChoices(ctx.house)),
  ),
  readDeadlines: procedure.query(({ ctx }) => deadlinesOf(ctx.house)),
});
