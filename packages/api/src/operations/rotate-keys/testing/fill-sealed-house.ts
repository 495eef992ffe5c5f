import { markBounced, saveStaffNoticeChoice } from '@bihuan/db';
import type { StaffActor } from '@bihuan/domain';
import { attachFiles } from '../../../attachment/attach-files.ts';
import { listAttachments } from '../../../attachment/list-attachments.ts';
import { redactAttachment } from '../../../attachment/redact-attachment.ts';
import { anUpload } from '../../../attachment/testing/an-upload.ts';
import { aPdf, aPhoto } from '../../../attachment/testing/odd-files.ts';
import { attachDraftFiles } from '../../../complaint/draft/files/attach-draft-files.ts';
import { giveResumeCode } from '../../../complaint/draft/give-resume-code.ts';
import { saveDraftPage } from '../../../complaint/draft/save-draft-page.ts';
import { bringImport } from '../../../complaint/import-file/bring-import.ts';
import { checkImport } from '../../../complaint/import-file/check-import.ts';
import { runImport } from '../../../complaint/import-file/run-import.ts';
import { submitComplaint } from '../../../complaint/submit-complaint.ts';
import { theComplainant } from '../../../complaint/testing/answered.ts';
import { askExport } from '../../../export/ask-export.ts';
import { runExport } from '../../../export/run-export.ts';
import type { House } from '../../../house.ts';
import { issueApiKey } from '../../../people/api-key/issue-api-key.ts';
import { askContactChange } from '../../../people/contact-change/ask-contact-change.ts';
import { beginEnrolment } from '../../../people/second-factor/second-factor.ts';
import { signingKey } from '../../../receipt/receipt-keys.ts';
import type { Cast } from '../../../supervision/testing/cast.ts';
import { taken } from '../../../supervision/testing/stages.ts';
import { createWebhook } from '../../../webhook/change-webhooks.ts';
import { keepIndexKeys } from '../../index-keys.ts';

export const PHONE = '13800138000';
export const MAIL = 'fanying@example.com';

const WORDS = { locale: 'zh-CN', subject: '验证码', mail: '验证码{code}', sms: '验证码{code}' } as const;
const FILE = '编号,标题,内容\nGD-1,路灯不亮,翠湖路路灯三天不亮。\nGD-2,半夜施工,工地半夜施工。\n';

export type Filled = Awaited<ReturnType<typeof fillSealedHouse>>;

/** Puts something into every place where something sealed names its key, by the use cases that do. */
export async function fillSealedHouse(house: House, cast: Cast) {
  await keepIndexKeys(house);
  await signingKey(house);
  const admin: StaffActor = { ...cast.leader, roles: ['system_admin'] };
  const receipt = taken(
    await submitComplaint(house, theComplainant(''), {
      ...{ channel: 'portal', complainantKind: 'citizen', openness: 'open' },
      ...{ name: '反映人甲', phone: PHONE, email: MAIL },
      ...{ title: '居住证办理被退回三次', body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。' },
    }),
  );
  const { complaintId } = receipt;
  const person = theComplainant(complaintId);
  const photo = { name: '退件通知单.jpg', bytes: await aPhoto() };
  const paper = { name: '告知书.pdf', bytes: aPdf() };
  taken(await attachFiles(house, person, complaintId, anUpload([photo, paper])));
  const files = taken(await listAttachments(house, cast.triage, { complaintId }));
  const [attachmentId = ''] = files.filter(({ kind }) => kind === 'image').map(({ id }) => id);
  const areas = [{ left: '0', top: '0', width: '500', height: '500' }];
  taken(await redactAttachment(house, cast.triage, { attachmentId, areas }));
  taken(await askContactChange(house, person, { complaintId, field: 'phone', value: '13900001234' }, WORDS));

  const fields = { scope: 'stuck' };
  const { id: draftId } = taken(await saveDraftPage(house, { draftId: null, page: 'scope', fields }));
  taken(await attachDraftFiles(house, '10.3.0.1', draftId, anUpload([photo], { then: 'more' })));
  const { resumeCode } = taken(await giveResumeCode(house, { draftId }));

  const upload = anUpload([{ name: '工单.csv', bytes: Buffer.from(FILE) }]);
  const { importId } = taken(await bringImport(house, cast.triage, upload));
  const column = { id: '编号', title: '标题', body: '内容' };
  taken(await checkImport(house, cast.triage, { importId, source: '12345', column }));
  await runImport(house, { importId });

  const asked = { words: { locale: 'zh-CN' }, kind: 'ledger', format: 'csv' };
  const { exportId } = taken(await askExport(house, cast.leader, asked));
  await runExport(house, { exportId });

  const events = ['complaint.answered'];
  const { prisma } = house.db;
  taken(await createWebhook(house, admin, { name: '市平台', address: 'https://example.com/hook', events }));
  await beginEnrolment(house, cast.triage.staffId);
  const choice = { email: 'triage@example.com', phone: '', mode: 'each', muted: [] } as const;
  await saveStaffNoticeChoice(house.db, cast.triage.staffId, choice, house.now(), house.keyring);
  const bounce = { reason: '550', at: house.now() };
  await markBounced(house.db, 'email', MAIL, bounce, house.keyring);
  const client = { client: 'park-app', scopes: ['read_own'], perHour: 100 };
  const { secret: apiKey } = taken(await issueApiKey(house, admin, client));
  const messages = await prisma.message.count();
  return { ...receipt, attachmentId, draftId, resumeCode, importId, exportId, apiKey, messages };
}
