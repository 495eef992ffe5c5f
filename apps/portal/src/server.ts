import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { handler } from '@astrojs/node/server.js';
import { collectEarly } from '@bihuan/monitor/collect-early';
import { log, logRequest } from './http/log-request.ts';
import { REQUEST_ID } from './http/request-id.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { serveFiles } from './http/serve-files.ts';
import { env, house } from './house.ts';
import { isTurnedAway, monitor, turnAway } from './monitor.ts';

collectEarly();
const isHttps = new URL(env.PORTAL_URL).protocol === 'https:';
const serveFile = await serveFiles(join(import.meta.dirname, '../client'));

const http = createServer((request, response) => {
  const requestId = randomUUID();
  request.headers[REQUEST_ID] = requestId;
  response.setHeader(REQUEST_ID, requestId);
  setSecurityHeaders(response, isHttps);
  // A connection that is kept would carry the next request into a server that is closing.
  if (isTurnedAway()) response.setHeader('connection', 'close');
  logRequest(request, response, requestId);
  // `Request`, which the pages are answered with, does not know it.
  if (request.method === 'TRACE') response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
  else if (!isReadable(request.url)) response.writeHead(400).end();
  else serveFile(request, response, () => void handler(request, response));
});
http.listen(env.PORT, env.HOST, () => log.info({ host: env.HOST, port: env.PORT }, 'listening'));

/** Whether the address can be read at all: one with broken escapes cannot. */
function isReadable(url = '/'): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

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
