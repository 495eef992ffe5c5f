import { createServer } from 'node:net';

/** Asks the system for a port on 127.0.0.1 that nobody listens on. */
export function findFreePort(): Promise<number> {
  return listenBriefly(0).then((port) => {
    if (port === undefined) throw new Error('no free port on 127.0.0.1');
    return port;
  });
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenBriefly(port)) !== undefined;
}

function listenBriefly(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(port));
    });
  });
}
