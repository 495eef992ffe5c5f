import {
  CHOOSER_TYPES,
  acceptComplaint,
  askComplainant,
  attachFiles,
  decideFinal,
  decideObjection,
  decideReview,
  declineComplaint,
  linkComplaint,
  listAttachments,
  mergeComplaint,
  proposeFinal,
  publishAnswer,
  readComplaint,
  readDeliveryLog,
  readTriageAids,
  releaseAttachment,
  recordCheckCall,
  reclassifyComplaint,
  reopenComplaint,
  requestIdentityAccess,
  replyToQuestion,
  revealContact,
  routeComplaint,
  settleOnTheSpot,
  splitComplaint,
  supplementComplaint,
  unmergeComplaint,
  viewIdentity,
  withholdAttachment,
} from '@bihuan/api';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import type { UploadAnswer } from '#lib/form-answer.ts';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { formInput, typedValues } from '#lib/server/form-input.ts';
import { weighed } from '#lib/server/refused.ts';
import {
  actorOf,
  sendBack,
  sendBackFiles,
  submitForm,
  valueOf,
  type UseCase,
} from '#lib/server/run-use-case.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form of this page; `revealed` is contact data that was opened with a reason. */
type Answer = UploadAnswer & {
  readonly revealed?: { readonly name: string; readonly phone: string; readonly email: string };
};

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const asked = { complaintId: event.params.id };
  const complaint = valueOf(await readComplaint(house, actorOf(event), asked));
  const needsAids = complaint.moves.some(({ command }) =>
    ['accept', 'place_under_supervision', 'settle_on_the_spot', 'merge', 'reclassify'].includes(command),
  );
  const aids = needsAids ? await readTriageAids(house, actorOf(event), asked) : null;
  const log = await readDeliveryLog(house, actorOf(event), asked);
  const files = valueOf(await listAttachments(house, actorOf(event), asked));
  const mayAttach = complaint.moves.some(({ command }) => command === 'supplement');
  return {
    title: complaint.trackingNumber,
    complaint: { ...complaint, moves: complaint.moves.map(weighed) },
    aids: aids?.ok ? aids.value : null,
    log: log.ok ? log.value : null,
    files,
    accept: mayAttach ? CHOOSER_TYPES : null,
  };
};

function sends<Value>(useCase: UseCase<Value>, flash: FlashCode, then = '') {
  return (event: RequestEvent) =>
    submitForm(event, useCase, {
      then: `/complaints/${event.params['id']}${then}`,
      flash,
      extra: { complaintId: event.params['id'] },
    });
}

export const actions: Actions = {
  accept: sends(acceptComplaint, 'accepted'),
  place_under_supervision: sends(
    (house, actor, raw) => routeComplaint(house, actor, withoutEmptyMeasures(raw)),
    'routed',
  ),
  /** Under the item that has the matter already. The version in the form is the complaint's, and the item's is not known. */
  link_to_item: sends(
    (house, actor, raw) => linkComplaint(house, actor, { ...(raw as object), version: '' }),
    'saved',
  ),
  settle_on_the_spot: sends(settleOnTheSpot, 'settled'),
  merge: sends(mergeComplaint, 'merged'),
  split: sends(splitComplaint, 'split'),
  reclassify: sends(reclassifyComplaint, 'reclassified'),
  unmerge: sends(unmergeComplaint, 'unmerged'),
  decide_objection: sends(decideObjection, 'objection_decided'),
  decide_review: (event) =>
    submitForm(event, decideReview, {
      then: '/inbox',
      flash: 'review_decided',
      extra: { complaintId: event.params.id },
    }),
  propose_final: sends(proposeFinal, 'final_proposed'),
  decide_final: sends(decideFinal, 'final_decided'),
  record_check_call: sends(recordCheckCall, 'check_call_recorded'),
  decline: sends(declineComplaint, 'declined', '/notice'),
  publish_answer: sends(publishAnswer, 'answered'),
  ask_complainant: sends(askComplainant, 'asked'),
  reply: sends(replyToQuestion, 'replied'),
  reopen: sends(reopenComplaint, 'reopened'),
  supplement: sends(supplementComplaint, 'supplemented'),
  release_file: sends(releaseAttachment, 'file_released', '#files'),
  withhold_file: sends(withholdAttachment, 'file_withheld', '#files'),
  attach: async (event) => {
    const { id } = event.params;
    const sent = await attachFiles(event.locals.house, actorOf(event), id, uploadOf(event.request));
    if (!sent.ok) return sendBack(event, new FormData(), sent);
    const back = sendBackFiles(event, {}, sent.value.refused);
    if (back !== null) return back;
    setFlash(event.cookies, 'files_added');
    redirect(303, `/complaints/${id}#files`);
  },
  /** Without JavaScript: the same form with one more measure to fill in. */
  add_measure: async ({ request }): Promise<Answer> => {
    const values = typedValues(await request.formData());
    const rows = String(Number(values['rows'] ?? 1) + 1);
    return { action: 'place_under_supervision', values: { ...values, rows }, fields: {}, refusal: null };
  },
  request_identity: sends(requestIdentityAccess, 'access_asked'),
  view_identity: async (event) => {
    const form = await event.request.formData();
    const asked = { ...formInput(form), complaintId: event.params.id };
    const result = await viewIdentity(event.locals.house, actorOf(event), asked);
    if (!result.ok) return sendBack(event, form, result);
    const answer = { action: 'view_identity', values: {}, fields: {}, refusal: null, revealed: result.value };
    return answer satisfies Answer;
  },
  reveal: async (event) => {
    const form = await event.request.formData();
    const { house } = event.locals;
    const result = await revealContact(house, actorOf(event), {
      ...formInput(form),
      complaintId: event.params.id,
    });
    if (!result.ok) return sendBack(event, form, result);
    return {
      action: 'reveal',
      values: {},
      fields: {},
      refusal: null,
      revealed: result.value,
    } satisfies Answer;
  },
};

/** The last rows of measures may stay empty. */
function withoutEmptyMeasures(raw: unknown): unknown {
  const { measures, ...rest } = raw as { measures?: unknown };
  if (!Array.isArray(measures)) return raw;
  const isEmpty = (row: unknown) =>
    typeof row === 'object' && row !== null && Object.values(row).every((cell) => cell === '');
  const filled = measures.slice(0, measures.findLastIndex((row) => !isEmpty(row)) + 1);
  return { ...rest, measures: filled };
}
