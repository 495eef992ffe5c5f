// Loaded into every app that `npm start` runs (node --import).
import { subscribe } from 'node:diagnostics_channel';
import process from 'node:process';

const PATIENCE_MS = 8000;
const servers = new Set();

// Where there is no room for the log, the app goes on without.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

subscribe('http.server.request.start', ({ request, server }) => {
  servers.add(server);
  // SvelteKit's server learns the scheme from a header only and takes https without one.
  if (process.env.PROTOCOL_HEADER === 'x-bihuan-scheme') request.headers['x-bihuan-scheme'] = 'http';
});

// The channel closes when the parent is gone, also by kill -9: then nobody would ever stop this process.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

process.on('SIGTERM', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  if (process.listenerCount('SIGTERM') > 1) return;
  for (const server of servers) {
    server.close();
    server.closeIdleConnections();
  }
  waitForRequests();
});

// SvelteKit has closed its server by then; open database connections must not keep the process.
process.on('sveltekit:shutdown', () => setTimeout(() => process.exit(0), 500).unref());

function waitForRequests() {
  const open = [...servers].map(
    (server) => new Promise((resolve) => server.getConnections((_, n) => resolve(n))),
  );
  void Promise.all(open).then((counts) => {
    if (counts.every((count) => !count)) process.exit(0);
    for (const server of servers) server.closeIdleConnections();
    setTimeout(waitForRequests, 50);
  });
}
