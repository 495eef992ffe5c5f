import { readMonth } from './appraisal/read-month.ts';
import { readPublicScoreboard } from './appraisal/read-public-scoreboard.ts';
import { readPublishedSheet } from './appraisal/sheet/published-sheets.ts';
import { attachFiles, type Upload } from './attachment/attach-files.ts';
import { fileLimitsOf } from './attachment/file-limits.ts';
import { listAttachments } from './attachment/list-attachments.ts';
import { readAttachment } from './attachment/read-attachment.ts';
import { listPublicBulletins, readPublicBulletin, readPublicPaper } from './bulletin/public-bulletins.ts';
import { confirmAnswer } from './complaint/confirm-answer.ts';
import { disputeAnswer } from './complaint/dispute-answer.ts';
import { attachDraftFiles } from './complaint/draft/files/attach-draft-files.ts';
import { listDraftFiles, readDraftFile, removeDraftFile } from './complaint/draft/files/draft-files.ts';
import { fileFromPortal } from './complaint/draft/file-from-portal.ts';
import { forgetDraft } from './complaint/draft/forget-draft.ts';
import { giveResumeCode } from './complaint/draft/give-resume-code.ts';
import { maskDraft } from './complaint/draft/mask-draft.ts';
import { challengeFor } from './complaint/draft/proof-of-work.ts';
import { readDraft } from './complaint/draft/read-draft.ts';
import { readFinal } from './complaint/final/read-final.ts';
import { verifyFinal } from './complaint/final/verify-final.ts';
import { findJoinable } from './complaint/join/find-joinable.ts';
import { readJoinableCase } from './complaint/join/joinable-case.ts';
import { recogniseOwnCase } from './complaint/draft/recognise-own-case.ts';
import { resumeDraft } from './complaint/draft/resume-draft.ts';
import { saveDraftPage } from './complaint/draft/save-draft-page.ts';
import { findAlike } from './complaint/find-alike.ts';
import { objectToDecline } from './complaint/object-to-decline.ts';
import { openPart } from './complaint/open-part.ts';
import { openTracking } from './complaint/open-tracking.ts';
import { rateComplaint } from './complaint/rate-complaint.ts';
import { rateByLink, readRatingLink } from './complaint/rating-review/rate-by-link.ts';
import { readFilingChoices } from './complaint/read-filing-choices.ts';
import { reopenComplaint } from './complaint/reopen-complaint.ts';
import { replyToQuestion } from './complaint/reply-to-question.ts';
import { requestReview } from './complaint/request-review.ts';
import { supplementComplaint } from './complaint/supplement-complaint.ts';
import { trackComplaint } from './complaint/track-complaint.ts';
import { urgeComplaint } from './complaint/urge-complaint.ts';
import { withdrawComplaint } from './complaint/withdraw-complaint.ts';
import { chooseNotices, chooseNoticesByToken, readNoticeChoice } from './notification/choose-notices.ts';
import { readDeliveryLog } from './notification/read-delivery-log.ts';
import { readOwnBan } from './people/address-ban/ban-of.ts';
import { consentToAccess } from './people/identity/consent-to-access.ts';
import { denyAccess } from './people/identity/deny-access.ts';
import { withdrawConsent } from './people/identity/withdraw-consent.ts';
import { askContactChange, type ContactCodeWords } from './people/contact-change/ask-contact-change.ts';
import { confirmContactChange } from './people/contact-change/confirm-contact-change.ts';
import { readContactChanges } from './people/contact-change/read-contact-changes.ts';
import { readOwnData } from './people/own-data/read-own-data.ts';
import { readReceipt } from './receipt/read-receipt.ts';
import { listReceiptKeys } from './receipt/receipt-keys.ts';
import { verifyReceipt } from './receipt/verify-receipt.ts';
import { findLikeEntries, readPublishedEntries } from './question-entry/question-entries.ts';
import { readPublicStatus } from './operations/public-status.ts';
import { readSiteMessages } from './site-message/site-messages.ts';
import { listOpenAnswers } from './open-data/open-answers.ts';
import { openDataset } from './open-data/open-dataset.ts';
import { deadlinesOf, openDataOf } from './policy/rules-in-force.ts';
import { listPublicNotices } from './supervision/notice/list-public-notices.ts';
import { objectToNotice } from './supervision/notice/object-to-notice.ts';
import { remember } from './remember.ts';
import { publicT, publishedProcedure } from './trpc.ts';

/** Figures of the whole zone may be this old, in milliseconds. */
const FIGURES = 30_000;

/** As it came from the form; each use case parses it. */
const typed = publicT.procedure.input((raw: unknown) => raw);
const { procedure } = publicT;
const published = publishedProcedure;
const publishedTyped = publishedProcedure.input((raw: unknown) => raw);

/** What the public may do. Called in-process by the portal; mounted nowhere. */
export const publicRouter = publicT.router({
  fileFromPortal: typed.mutation(({ ctx, input }) =>
    fileFromPortal(ctx.house, ctx.actor, ctx.address, input),
  ),
  openTracking: typed.mutation(({ ctx, input }) => openTracking(ctx.house, ctx.address, input)),
  openPart: typed.mutation(({ ctx, input }) => openPart(ctx.house, ctx.actor, input)),
  trackComplaint: typed.query(({ ctx, input }) => trackComplaint(ctx.house, ctx.actor, input)),
  replyToQuestion: typed.mutation(({ ctx, input }) => replyToQuestion(ctx.house, ctx.actor, input)),
  confirmAnswer: typed.mutation(({ ctx, input }) => confirmAnswer(ctx.house, ctx.actor, input)),
  disputeAnswer: typed.mutation(({ ctx, input }) => disputeAnswer(ctx.house, ctx.actor, input)),
  rateComplaint: typed.mutation(({ ctx, input }) => rateComplaint(ctx.house, ctx.actor, input)),
  readRatingLink: typed.query(({ ctx, input }) => readRatingLink(ctx.house, input)),
  rateByLink: typed.mutation(({ ctx, input }) => rateByLink(ctx.house, ctx.address, input)),
  reopenComplaint: typed.mutation(({ ctx, input }) => reopenComplaint(ctx.house, ctx.actor, input)),
  objectToDecline: typed.mutation(({ ctx, input }) => objectToDecline(ctx.house, ctx.actor, input)),
  requestReview: typed.mutation(({ ctx, input }) => requestReview(ctx.house, ctx.actor, input)),
  supplementComplaint: typed.mutation(({ ctx, input }) => supplementComplaint(ctx.house, ctx.actor, input)),
  urgeComplaint: typed.mutation(({ ctx, input }) => urgeComplaint(ctx.house, ctx.actor, input)),
  chooseNotices: typed.mutation(({ ctx, input }) => chooseNotices(ctx.house, ctx.actor, input)),
  chooseNoticesByToken: typed.mutation(({ ctx, input }) => chooseNoticesByToken(ctx.house, input)),
  readNoticeChoice: typed.query(({ ctx, input }) => readNoticeChoice(ctx.house, input)),
  readDeliveryLog: typed.query(({ ctx, input }) => readDeliveryLog(ctx.house, ctx.actor, input)),
  withdrawComplaint: typed.mutation(({ ctx, input }) => withdrawComplaint(ctx.house, ctx.actor, input)),
  attachFiles: publicT.procedure
    .input((raw: unknown) => raw as { readonly complaintId: string; readonly upload: Upload })
    .mutation(({ ctx, input }) => attachFiles(ctx.house, ctx.actor, input.complaintId, input.upload)),
  listAttachments: typed.query(({ ctx, input }) => listAttachments(ctx.house, ctx.actor, input)),
  readAttachment: typed.query(({ ctx, input }) => readAttachment(ctx.house, ctx.actor, input)),
  readFileLimits: procedure.query(({ ctx }) => fileLimitsOf(ctx.house)),
  consentToAccess: typed.mutation(({ ctx, input }) => consentToAccess(ctx.house, ctx.actor, input)),
  denyAccess: typed.mutation(({ ctx, input }) => denyAccess(ctx.house, ctx.actor, input)),
  withdrawConsent: typed.mutation(({ ctx, input }) => withdrawConsent(ctx.house, ctx.actor, input)),
  askContactChange: publicT.procedure
    .input((raw: unknown) => raw as { readonly typed: unknown; readonly words: ContactCodeWords })
    .mutation(({ ctx, input }) => askContactChange(ctx.house, ctx.actor, input.typed, input.words)),
  confirmContactChange: typed.mutation(({ ctx, input }) => confirmContactChange(ctx.house, ctx.actor, input)),
  readContactChanges: typed.query(({ ctx, input }) => readContactChanges(ctx.house, ctx.actor, input)),
  readOwnData: typed.query(({ ctx, input }) => readOwnData(ctx.house, ctx.actor, input)),
  readReceipt: typed.query(({ ctx, input }) => readReceipt(ctx.house, ctx.actor, input)),
  readFinal: typed.query(({ ctx, input }) => readFinal(ctx.house, ctx.actor, input)),
  verifyFinal: typed.query(({ ctx, input }) => verifyFinal(ctx.house, input)),
  verifyReceipt: typed.query(({ ctx, input }) => verifyReceipt(ctx.house, input)),
  listReceiptKeys: procedure.query(({ ctx }) =>
    remember(ctx.house, 'receipt keys', FIGURES, () => listReceiptKeys(ctx.house)),
  ),
  readPublishedSheet: publishedTyped.query(({ ctx, input }) => readPublishedSheet(ctx.house, input)),
  readScoreboard: publishedTyped.query(({ ctx, input }) =>
    remember(ctx.house, `scoreboard:${JSON.stringify(input)}`, FIGURES, () =>
      readPublicScoreboard(ctx.house, input),
    ),
  ),
  listPublicBulletins: published.query(({ ctx }) => listPublicBulletins(ctx.house)),
  readPublicBulletin: publishedTyped.query(({ ctx, input }) =>
    remember(ctx.house, `bulletin:${JSON.stringify(input)}`, FIGURES, () =>
      readPublicBulletin(ctx.house, input),
    ),
  ),
  readPublicPaper: publishedTyped.query(({ ctx, input }) => readPublicPaper(ctx.house, input)),
  listPublicNotices: published.query(({ ctx }) => listPublicNotices(ctx.house)),
  objectToNotice: typed.mutation(({ ctx, input }) => objectToNotice(ctx.house, ctx.address, input)),
  readMonth: published.query(({ ctx }) => remember(ctx.house, 'month', FIGURES, () => readMonth(ctx.house))),
  readOwnBan: procedure.query(({ ctx }) => readOwnBan(ctx.house, ctx.address)),
  filingChallenge: publicT.procedure
    .input((once: unknown) => String(once))
    .query(({ ctx, input }) => challengeFor(ctx.house, input)),
  findAlike: typed.query(({ ctx, input }) => findAlike(ctx.house, input)),
  findJoinable: typed.query(({ ctx, input }) => findJoinable(ctx.house, input)),
  readJoinableCase: typed.query(({ ctx, input }) => readJoinableCase(ctx.house, input)),
  readFilingChoices: procedure.query(({ ctx }) => readFilingChoices(ctx.house)),
  saveDraftPage: typed.mutation(({ ctx, input }) => saveDraftPage(ctx.house, input)),
  readDraft: typed.query(({ ctx, input }) => readDraft(ctx.house, input)),
  attachDraftFiles: publicT.procedure
    .input((raw: unknown) => raw as { readonly draftId: string; readonly upload: Upload })
    .mutation(({ ctx, input }) => attachDraftFiles(ctx.house, ctx.address, input.draftId, input.upload)),
  listDraftFiles: typed.query(({ ctx, input }) => listDraftFiles(ctx.house, input)),
  readDraftFile: typed.query(({ ctx, input }) => readDraftFile(ctx.house, input)),
  removeDraftFile: typed.mutation(({ ctx, input }) => removeDraftFile(ctx.house, input)),
  maskDraft: typed.mutation(({ ctx, input }) => maskDraft(ctx.house, input)),
  forgetDraft: typed.mutation(({ ctx, input }) => forgetDraft(ctx.house, input)),
  giveResumeCode: typed.mutation(({ ctx, input }) => giveResumeCode(ctx.house, input)),
  recogniseOwnCase: typed.mutation(({ ctx, input }) => recogniseOwnCase(ctx.house, ctx.address, input)),
  resumeDraft: typed.mutation(({ ctx, input }) => resumeDraft(ctx.house, ctx.address, input)),
  openDataset: publishedTyped.query(({ ctx, input }) => openDataset(ctx.house, input)),
  readOpenDataRules: procedure.query(({ ctx }) => openDataOf(ctx.house)),
  listOpenAnswers: published.query(({ ctx }) =>
    remember(ctx.house, 'open answers', FIGURES, () => listOpenAnswers(ctx.house)),
  ),
  readPublicStatus: procedure.query(({ ctx }) =>
    remember(ctx.house, 'public status', 5_000, () => readPublicStatus(ctx.house)),
  ),
  readSiteMessages: procedure.query(({ ctx }) =>
    remember(ctx.house, 'site messages', 10_000, () => readSiteMessages(ctx.house)),
  ),
  readPublishedEntries: published.query(({ ctx }) => readPublishedEntries(ctx.house)),
  findLikeEntries: typed.query(({ ctx, input }) => findLikeEntries(ctx.house, input)),
  readDeadlines: procedure.query(({ ctx }) => deadlinesOf(ctx.house)),
});
