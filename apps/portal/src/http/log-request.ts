import type { IncomingMessage, ServerResponse } from 'node:http';
import { logLines } from '@bihuan/monitor/log-lines';
import { pino } from 'pino';

export const log = pino({ name: 'portal', base: { name: 'portal' } }, logLines());

/** One line per answered request: method, path without its query, status, milliseconds, request id. Nothing of the person. */
export function logRequest(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const start = performance.now();
  response.once('close', () => {
    const path = request.url?.split('?', 1)[0];
    const ms = Math.round(performance.now() - start);
    log.info({ requestId, method: request.method, path, status: response.statusCode, ms }, 'request');
  });
}

/** A fault, once, with the id the visitor was shown. Of the database's errors only code and place: their details hold data. */
export function logFault(error: unknown, requestId: string): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { name, code, stack } = cause instanceof Error ? (cause as Error & { code?: unknown }) : {};
  log.error({ requestId, error: name, code, stack: stack?.slice(0, 4000) }, 'fault');
}
