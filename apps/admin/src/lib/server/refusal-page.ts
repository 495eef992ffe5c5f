import { m } from '@bihuan/ui/messages';
import type { RequestEvent } from '@sveltejs/kit';
import { barePage } from './bare-page.ts';

/** The answer (413) to a request that brings more than any form: a page that says so; nothing of it was read. */
export function tooLargePage({ locals }: RequestEvent): Response {
  const { locale } = locals;
  return barePage({ status: 413, locale, title: m.portal_413_title(), text: m.portal_413_text() });
}

/** The answer (400) to what calls itself a form and cannot be read as one. */
export function unreadablePage({ locals }: RequestEvent): Response {
  const { locale } = locals;
  return barePage({
    status: 400,
    locale,
    title: m.admin_unreadable_title(),
    text: m.admin_unreadable_text(),
  });
}
