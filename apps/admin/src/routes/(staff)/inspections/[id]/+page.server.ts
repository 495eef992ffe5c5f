import {
  approveInspectionReport,
  beginInspection,
  cancelInspection,
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
import type { FlashCode } from '#lib/flash-sentence.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const inspection = valueOf(await readInspection(house, actorOf(event), { inspectionId: event.params.id }));
  return { title: inspection.theme, inspection };
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
