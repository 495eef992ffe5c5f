import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_PAGE_POLICY, SECURITY_HEADERS, STRICT_TRANSPORT } from './security-headers.ts';

type Started = { readonly request: IncomingMessage; readonly response: ServerResponse };

/**
 * Gives every answer the headers that keep it where it belongs, also the program files, which never come to the hooks. The
 * service worker is left its own policy: what it may fetch hangs on it.
 */
export function guardFiles(isHttps: boolean): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Started;
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    if (request.url?.startsWith('/_app/')) response.setHeader('content-security-policy', NO_PAGE_POLICY);
    if (isHttps) response.setHeader(...STRICT_TRANSPORT);
  });
}
