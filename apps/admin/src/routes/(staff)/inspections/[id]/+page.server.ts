import {
  approveInspectionReport,
  attachFindingEvidence,
  beginInspection,
  cancelInspection,
  CHOOSER_TYPES,
  draftInspectionReport,
  editInspectionReport,
  formInspectionTeam,
  openItemOfFinding,
  readInspection,
  recordInspectionFinding,
  sendBackInspectionReport,
  submitInspectionReport,
  withdrawInspectionFinding,
  type ChangedInspection,
} from '@bihuan/api';
import { redirect } from '@sveltejs/kit';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import { setFlash } from '#lib/server/flash-cookie.ts';
import {
  actorOf,
  sendBack,
  sendBackFiles,
  submitForm,
  valueOf,
  type UseCase,
} from '#lib/server/run-use-case.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const inspection = valueOf(await readInspection(house, actorOf(event), { inspectionId: event.params.id }));
  return { title: inspection.theme, inspection, accept: CHOOSER_TYPES };
};

const send =
  (useCase: UseCase<ChangedInspection>, flash: FlashCode = 'saved') =>
  (event: RequestEvent) =>
    submitForm(event, useCase, {
      then: `/inspections/${event.params.id}`,
      flash,
      extra: { inspectionId: event.params.id },
    });

export const actions = {
  form_team: send(formInspectionTeam),
  begin: send(beginInspection),
  record_finding: send(recordInspectionFinding, 'inspection_finding_recorded'),
  withdraw_finding: send(withdrawInspectionFinding),
  attach: async (event) => {
    const { id: inspectionId } = event.params;
    const findingId = event.url.searchParams.get('finding') ?? '';
    const found = { inspectionId, findingId };
    const upload = uploadOf(event.request);
    const sent = await attachFindingEvidence(event.locals.house, actorOf(event), found, upload);
    if (!sent.ok) {
      const typed = new FormData();
      typed.set('findingId', findingId);
      return sendBack(event, typed, sent);
    }
    const back = sendBackFiles(event, { findingId }, sent.value.refused);
    if (back !== null) return back;
    setFlash(event.cookies, 'files_added');
    redirect(303, `/inspections/${inspectionId}#finding-${findingId}`);
  },
  open_item: (event) =>
    submitForm(event, openItemOfFinding, {
      then: ({ itemId }) => `/supervision/${itemId}`,
      flash: 'item_opened',
      extra: { inspectionId: event.params.id },
    }),
  draft_report: send(draftInspectionReport, 'inspection_report_drafted'),
  edit_report: send(editInspectionReport),
  submit_report: send(submitInspectionReport),
  send_back_report: send(sendBackInspectionReport),
  approve_report: send(approveInspectionReport, 'inspection_report_approved'),
  cancel: send(cancelInspection),
} satisfies Actions;
