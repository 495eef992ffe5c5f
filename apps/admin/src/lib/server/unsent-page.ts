import { m } from '@bihuan/ui/messages';
import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { barePage } from './bare-page.ts';
import { isUpload } from './is-too-large.ts';
import { unreadablePage } from './refusal-page.ts';
import { faultLine, log } from './log.ts';

/**
 * Runs a request. Where it is a form sent without script and something breaks, such as a database that is away, the answer is
 * a page (503) that needs nothing but this process: what was typed stands in it, and one button sends it again. Passwords are
 * left out. A form that nobody can read is refused (400).
 */
export async function keepingTyped(event: RequestEvent, run: () => Promise<Response>): Promise<Response> {
  if (!isPlainForm(event)) return run();
  const copy = event.request.clone();
  try {
    const response = await run();
    return response.status < 500 ? response : await unsentPage(event, copy);
  } catch (error) {
    if (isRedirect(error) || isHttpError(error)) throw error;
    const { requestId } = event.locals;
    log('error', 'fault', { requestId, route: event.route.id ?? '', method: 'POST', ...faultLine(error) });
    return unsentPage(event, copy);
  }
}

function isPlainForm({ request, url }: RequestEvent): boolean {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(
    request.headers.get('content-type') ?? '',
  );
  return request.method === 'POST' && isForm && !request.headers.has('x-sveltekit-action') && !isUpload(url);
}

async function unsentPage(event: RequestEvent, copy: Request): Promise<Response> {
  const form = await copy.formData().catch(() => null);
  if (form === null) return unreadablePage(event);
  const { url, locals } = event;
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !/password/i.test(name) ? [[name, value] as const] : [],
  );
  const hidden = typed.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  // Codes and ticks say nothing to whoever typed them.
  const texts = typed
    .filter(([, value]) => /[^\w.:-]/.test(value))
    .map(([, value]) => `<pre>${escaped(value)}</pre>`);
  const again = `<form method="post" action="${escaped(url.pathname + url.search)}">${hidden.join('')}<p><button>${m.admin_unsent_again()}</button></p></form>`;
  const reference = `<p>${m.admin_fault_reference({ reference: locals.requestId.slice(0, 8) })}</p>`;
  return barePage({
    ...{ status: 503, locale: locals.locale, title: m.admin_fault_title(), text: m.admin_unsent_text() },
    more: `${again}${texts.join('')}${reference}`,
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
