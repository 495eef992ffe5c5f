import { createHash } from 'node:crypto';

const STYLE = `:root{color-scheme:light dark}body{max-inline-size:40rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0 0 .75rem;padding:.5rem .75rem;border-inline-start:4px solid}
button{font:inherit;min-block-size:2.75rem;padding:0 1.25rem}`;
const POLICY = [
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
].join('; ');

export type BarePage = {
  readonly status: number;
  readonly locale: string;
  readonly title: string;
  readonly text: string;
  /** What follows the text, as HTML. */
  readonly more?: string;
};

/** A page that needs nothing but this process: no build, no database, no script. Title and text are words of the catalogue. */
export function barePage({ status, locale, title, text, more = '' }: BarePage): Response {
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p role="alert">${text}</p>${more}</main></body></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  });
}
