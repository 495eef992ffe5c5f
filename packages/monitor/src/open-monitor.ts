import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type MonitorOptions = {
  /** `portal`, `admin` or `worker`; a label of everything that is counted. */
  readonly app: string;
  /** Without it nothing is served; what is counted is thrown away. */
  readonly port?: number | undefined;
  /** Where it is served: this machine alone, unless said otherwise. */
  readonly host?: string | undefined;
  /** Rejects, or resolves to false, while the app cannot do its work. */
  readonly isReady: () => Promise<boolean>;
  /** Figures that are read when they are asked for. What cannot be read is left out, or NaN where it has no labels. */
  readonly figures?: readonly Figure[];
};

/** `read` gives one value for each set of labels. Labels hold names of our own, nothing of a person. */
export type Figure = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  read(): Promise<readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]>;
};

export type Monitor = {
  /** `route` is the pattern, never the address that was asked for. */
  countRequest(method: string, route: string, status: number, seconds: number): void;
  /** `outcome`: how a piece of work ended, in a word of ours. */
  countWork(kind: string, outcome: string, seconds?: number): void;
  /** The port it is served on; null where it is not. */
  readonly port: Promise<number | null>;
  close(): Promise<void>;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const READY_MS = 2000;

/**
 * Counts what an app does, and serves `/metrics` (Prometheus), `/healthz` (the process answers) and `/readyz` (it can do its
 * work) on a port of its own, away from what visitors reach.
 */
export function openMonitor({
  app,
  port,
  host = '127.0.0.1',
  isReady,
  figures = [],
}: MonitorOptions): Monitor {
  const registry = new Registry();
  registry.setDefaultLabels({ app });
  const registers = [registry];
  const requests = new Histogram({
    ...{ name: 'bihuan_request_seconds', help: 'answered requests, by route pattern', buckets: SECONDS },
    ...{ labelNames: ['method', 'route', 'status'], registers },
  });
  const work = new Counter({
    ...{ name: 'bihuan_work_total', help: 'pieces of background work, by how they ended' },
    ...{ labelNames: ['kind', 'outcome'], registers },
  });
  const worked = new Histogram({
    ...{ name: 'bihuan_work_seconds', help: 'how long background work took', buckets: [0.1, 1, 5, 30, 120] },
    ...{ labelNames: ['kind'], registers },
  });
  for (const figure of figures) addFigure(registry, figure);
  if (port !== undefined) collectDefaultMetrics({ register: registry, prefix: 'bihuan_' });
  const server = port === undefined ? null : serve(registry, isReady);
  return {
    countRequest: (method, route, status, seconds) =>
      requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds),
    countWork: (kind, outcome, seconds) => {
      work.inc({ kind, outcome });
      if (seconds !== undefined) worked.observe({ kind }, seconds);
    },
    port: server === null || port === undefined ? Promise.resolve(null) : listen(server, port, host),
    close: async () => {
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
    },
  };
}

function addFigure(registry: Registry, { name, help, labels, read }: Figure): void {
  const gauge: Gauge = new Gauge({
    ...{ name, help, labelNames: labels, registers: [registry] },
    collect: async () => {
      gauge.reset();
      const values = await read().catch(() => []);
      // A gauge without labels would stand at 0.
      if (values.length === 0 && labels.length === 0) gauge.set(Number.NaN);
      for (const one of values) gauge.set({ ...one.labels }, one.value);
    },
  });
}

function serve(registry: Registry, isReady: () => Promise<boolean>): Server {
  return createServer((request, response) => {
    const answer = (status: number, text: string, type = 'text/plain') => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    };
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET') answer(405, '');
    else if (path === '/healthz') answer(200, 'ok\n');
    else if (path === '/readyz')
      void inTime(isReady()).then((ready) => (ready ? answer(200, 'ready\n') : answer(503, 'not ready\n')));
    else if (path === '/metrics')
      registry.metrics().then(
        (text) => answer(200, text, registry.contentType),
        () => answer(500, ''),
      );
    else answer(404, '');
  });
}

async function inTime(ready: Promise<boolean>): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), READY_MS).unref();
  });
  return Promise.race([ready.catch(() => false), tooLate]);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  // The port alone keeps no process.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
