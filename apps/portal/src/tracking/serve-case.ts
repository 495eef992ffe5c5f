import type { AttachmentView, ComplainantCommandType, Tracking } from '@bihuan/api';
import type { AstroCookies, AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { readForm } from '../http/read-form.ts';
import { dropPass, givePass, readPass } from '../http/sealed-pass.ts';
import { accessAnswerOf, giveAnswer, type AccessAnswer, type FailedAccess } from './access-command.ts';
import { commandOf, giveCommand, type FailedCommand } from './case-command.ts';
import { noteDone, takeDone } from './done-note.ts';

/** What the case page has to show, or where to go instead. */
export type CasePage =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'too_large' }
  /** The pass ran out while something was being written, or something broke; the text is given back. */
  | { readonly kind: 'unsent'; readonly reason: 'expired' | 'broken'; readonly text: string }
  | {
      readonly kind: 'case';
      readonly tracking: Tracking;
      readonly files: readonly AttachmentView[];
      readonly failed: FailedCommand | null;
      readonly failedAccess: FailedAccess | null;
      readonly done: ComplainantCommandType | AccessAnswer | null;
    };

/** Answers a request of the case page: shows the case that the visitor's pass opens, and carries out what they send. */
export async function serveCase({ request, locals, cookies }: AstroGlobal): Promise<CasePage> {
  const form = request.method === 'POST' ? await readForm(request) : null;
  if (form?.ok === false && form.reason === 'too_large') return { kind: 'too_large' };
  const typed = form?.ok ? form.fields : {};
  if (typed['command'] === 'leave') {
    dropPass(cookies, 'case');
    return { kind: 'go', to: '/track?ended=left' };
  }
  const text = typed['text'] ?? typed['reason'] ?? typed['comment'] ?? '';
  const pass = readPass(cookies, 'case');
  if (pass === null)
    return text === ''
      ? { kind: 'go', to: '/track?ended=expired' }
      : { kind: 'unsent', reason: 'expired', text };
  const part = typed['part'];
  if (part !== undefined) {
    const opened = await publicApi(locals, pass.complaintId).openPart({ complaintId: part });
    givePass(cookies, 'case', opened.ok ? opened.value : pass);
    return { kind: 'go', to: '/track/case' };
  }
  givePass(cookies, 'case', pass);
  try {
    return await showCase(locals, cookies, pass.complaintId, typed);
  } catch (error) {
    if (text === '') throw error;
    logFault(error, locals.requestId);
    return { kind: 'unsent', reason: 'broken', text };
  }
}

async function showCase(
  locals: App.Locals,
  cookies: AstroCookies,
  complaintId: string,
  typed: Readonly<Record<string, string>>,
): Promise<CasePage> {
  const command = commandOf(typed);
  const failed = command && (await giveCommand(locals, complaintId, command, typed));
  if (command !== null && failed === null) {
    noteDone(cookies, command);
    return { kind: 'go', to: '/track/case#content' };
  }
  const answer = accessAnswerOf(typed);
  const failedAccess = answer && (await giveAnswer(locals, complaintId, answer, typed));
  if (answer !== null && failedAccess === null) {
    noteDone(cookies, answer);
    return { kind: 'go', to: '/track/case#content' };
  }
  const api = publicApi(locals, complaintId);
  const [tracked, listed] = await Promise.all([
    api.trackComplaint({ complaintId }),
    api.listAttachments({ complaintId }),
  ]);
  if (!tracked.ok || !listed.ok) return { kind: 'go', to: '/track?ended=expired' };
  const isDone = failed === null && failedAccess === null;
  return {
    kind: 'case',
    tracking: tracked.value,
    files: listed.value,
    failed,
    failedAccess,
    done: isDone ? takeDone(cookies) : null,
  };
}
