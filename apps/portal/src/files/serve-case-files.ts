import type { AttachmentView, FileLimits, FileRefusal, FilesTaken, RefusalCode, Tracking } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { givePass, readPass } from '../http/sealed-pass.ts';
import { moveOf } from '../tracking/case-command.ts';
import { uploadOf } from './upload-of.ts';

/** What the page of the files of a case has to show, or where to go instead. */
export type CaseFilesPage =
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'files';
      readonly status: 200 | 409 | 413 | 422 | 503;
      readonly tracking: Tracking;
      readonly files: readonly AttachmentView[];
      readonly limits: FileLimits;
      /** Whether the case takes files now. */
      readonly isOpen: boolean;
      readonly taken: FilesTaken | null;
      /** Why nothing of the post was taken. */
      readonly refusal: Refusal<RefusalCode> | null;
    };

/** Shows the files of the case that the visitor's pass opens, and takes what they send; what breaks on the way is a page too (503). */
export async function serveCaseFiles({ request, locals, cookies, url }: AstroGlobal): Promise<CaseFilesPage> {
  const pass = readPass(cookies, 'case');
  if (pass === null) return { kind: 'go', to: '/track?ended=expired' };
  givePass(cookies, 'case', pass);
  const { complaintId } = pass;
  const api = publicApi(locals, complaintId);
  const upload = { complaintId, upload: uploadOf(request) };
  const sent = request.method === 'POST' ? await api.attachFiles(upload).catch(broken(locals)) : null;
  const isBroken = sent === 'broken';
  const answer = isBroken ? null : sent;
  const taken: FilesTaken | null = answer?.ok === true ? answer.value : null;
  if (taken !== null && taken.refused.length === 0)
    return { kind: 'go', to: `/track/files?added=${taken.added}&known=${taken.known}` };
  const refusal = answer?.ok === false && answer.kind === 'refusal' ? answer.refusal : null;
  const [tracked, listed, limits] = await Promise.all([
    api.trackComplaint({ complaintId }),
    api.listAttachments({ complaintId }),
    api.readFileLimits(),
  ]);
  if (!tracked.ok || !listed.ok) return { kind: 'go', to: '/track?ended=expired' };
  return {
    kind: 'files',
    status: isBroken ? 503 : statusOf(refusal, taken?.refused ?? []),
    tracking: tracked.value,
    files: listed.value,
    limits,
    isOpen: moveOf(tracked.value, 'supplement')?.refusal === null,
    taken: taken ?? earlierTaken(url),
    refusal,
  };
}

const broken = (locals: App.Locals) => (error: unknown) => {
  logFault(error, locals.requestId);
  return 'broken' as const;
};

function statusOf(refusal: Refusal<RefusalCode> | null, refused: readonly FileRefusal[]) {
  if (refusal?.code === 'upload_too_large') return 413;
  if (refusal?.code === 'illegal_move') return 409;
  return refusal !== null || refused.length > 0 ? 422 : 200;
}

/** What the post before this page had come to. */
function earlierTaken({ searchParams }: URL): FilesTaken | null {
  const [added, known] = ['added', 'known'].map((name) => Number(searchParams.get(name) ?? 0));
  const isCount = (one: number | undefined): one is number =>
    one !== undefined && Number.isInteger(one) && one >= 0;
  if (!isCount(added) || !isCount(known) || added + known === 0) return null;
  return { added, known, refused: [] };
}
