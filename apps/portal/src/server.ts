import './http/no-autostart.ts';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { startServer } from '@astrojs/node/server.js';
import { log, logRequest } from './http/log-request.ts';
import { REQUEST_ID } from './http/request-id.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { serveStyles } from './http/serve-styles.ts';
import { env, house } from './house.ts';
import { isTurnedAway, monitor, turnAway } from './monitor.ts';

process.env['HOST'] = env.HOST;
process.env['PORT'] = String(env.PORT);

const isHttps = new URL(env.PORTAL_URL).protocol === 'https:';
const serveStyle = await serveStyles(join(import.meta.dirname, '../client/_astro'));
const { server: http } = startServer().server;
const pages = http.listeners('request') as RequestListener[];

http.removeAllListeners('request');
http.on('request', (request: IncomingMessage, response: ServerResponse) => {
  const requestId = randomUUID();
  request.headers[REQUEST_ID] = requestId;
  response.setHeader(REQUEST_ID, requestId);
  setSecurityHeaders(response, isHttps);
  // A connection that is kept would carry the next request into a server that is closing.
  if (isTurnedAway()) response.setHeader('connection', 'close');
  logRequest(request, response, requestId);
  if (!serveStyle(request, response)) for (const answer of pages) answer(request, response);
});
http.once('listening', () => log.info({ host: env.HOST, port: env.PORT }, 'listening'));

const IDLE_MS = 50;
/** A request that takes longer is cut off. */
const LONGEST_MS = 30_000;

/**
 * The proxy is turned away first and given time to notice; then no new requests, those under way are finished, and the
 * database is left.
 */
function stop(): void {
  log.info('stopping');
  turnAway();
  setTimeout(close, env.DRAIN_SECONDS * 1000);
}

function close(): void {
  http.close(() => {
    void Promise.all([house.close(), monitor.close()]).finally(() => process.exit(0));
  });
  setInterval(() => http.closeIdleConnections(), IDLE_MS).unref();
  setTimeout(() => http.closeAllConnections(), LONGEST_MS).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
