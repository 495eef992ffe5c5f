import { m } from '@bihuan/ui/messages';
import type { RequestEvent } from '@sveltejs/kit';

/** The answer (413) to a request that brings more than any form: a page that says so; nothing of it was read. */
export function tooLargePage(event: RequestEvent): Response {
  return page(event, 413, m.portal_413_title(), m.portal_413_text());
}

/** The answer (400) to what calls itself a form and cannot be read as one. */
export function unreadablePage(event: RequestEvent): Response {
  return page(event, 400, m.admin_unreadable_title(), m.admin_unreadable_text());
}

function page({ locals }: RequestEvent, status: number, title: string, text: string): Response {
  const html = `<!doctype html><html lang="${locals.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p role="alert">${text}</p></main></body></html>`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
