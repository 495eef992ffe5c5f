import type { Draft, DraftFileView, FileLimits, FileRefusal, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { uploadOf } from '../files/upload-of.ts';
import { logFault } from '../http/log-request.ts';
import { givePass, readPass } from '../http/sealed-pass.ts';
import { nextPath, START } from './answer-page.ts';
import { ownDraft } from './own-draft.ts';

type Visit = Pick<AstroGlobal, 'cookies' | 'locals'>;

/** What the page of the files of a filing has to show, or where to go on. */
export type DraftFilesPage =
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'files';
      readonly status: 200 | 413 | 422 | 429 | 503;
      readonly draft: Draft;
      readonly files: readonly DraftFileView[];
      readonly limits: FileLimits;
      readonly refused: readonly FileRefusal[];
      /** Why nothing of the post was taken. */
      readonly refusal: Refusal<RefusalCode> | null;
    };

/** The files of the draft that this browser carries. */
export async function draftFiles({ cookies, locals }: Visit): Promise<readonly DraftFileView[]> {
  const pass = readPass(cookies, 'draft');
  const listed = pass === null ? null : await publicApi(locals).listDraftFiles(pass);
  return listed?.ok ? listed.value : [];
}

/** Shows the files of the draft, and takes what is sent with the form: to stay for more, or to go on. */
export async function serveDraftFiles(astro: AstroGlobal): Promise<DraftFilesPage> {
  const pass = readPass(astro.cookies, 'draft');
  if (pass === null) return { kind: 'go', to: `${START}?ended` };
  if (astro.request.method !== 'POST') return show(astro, { status: 200, refused: [], refusal: null });
  try {
    return await takeFiles(astro, pass.draftId);
  } catch (error) {
    logFault(error, astro.locals.requestId);
    return show(astro, { status: 503, refused: [], refusal: null });
  }
}

async function takeFiles(astro: AstroGlobal, draftId: string): Promise<DraftFilesPage> {
  const api = publicApi(astro.locals);
  const sent = await api.attachDraftFiles({ draftId, upload: uploadOf(astro.request) });
  if (!sent.ok) {
    const refusal = sent.kind === 'refusal' ? sent.refusal : null;
    if (refusal?.code === 'draft_gone') return { kind: 'go', to: `${START}?ended` };
    return show(astro, { status: statusOf(refusal), refused: [], refusal });
  }
  const { fields, refused } = sent.value;
  const typed = { filesForDepartment: fields['filesForDepartment'] ?? '' };
  const saved = await api.saveDraftPage({ draftId, page: 'files', fields: typed });
  if (!saved.ok) return { kind: 'go', to: `${START}?ended` };
  givePass(astro.cookies, 'draft', { draftId });
  if (refused.length > 0) return show(astro, { status: 422, refused, refusal: null });
  const isFromCheck = fields['from'] === 'check';
  if (fields['then'] === 'more')
    return { kind: 'go', to: `/complaints/new/files${isFromCheck ? '?from=check' : ''}` };
  return { kind: 'go', to: nextPath(saved.value, 'files', await api.readFilingChoices(), isFromCheck) };
}

async function show(
  astro: AstroGlobal,
  said: Pick<Extract<DraftFilesPage, { kind: 'files' }>, 'status' | 'refused' | 'refusal'>,
): Promise<DraftFilesPage> {
  const [draft, files, limits] = await Promise.all([
    ownDraft(astro),
    draftFiles(astro),
    publicApi(astro.locals).readFileLimits(),
  ]);
  return draft === null
    ? { kind: 'go', to: `${START}?ended` }
    : { kind: 'files', draft, files, limits, ...said };
}

function statusOf(refusal: Refusal<RefusalCode> | null): 413 | 422 | 429 {
  if (refusal?.code === 'upload_too_large') return 413;
  return refusal?.code === 'too_many_uploads' ? 429 : 422;
}
