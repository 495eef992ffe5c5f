import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

const LOOK_MS = 200;

export type Balancer = {
  readonly url: string;
  /** Answers that the balancer had to give itself, because no process did. */
  failures(): number;
  close(): Promise<void>;
};

/**
 * One address before several processes, as a proxy in front of the product would be set: each process is asked `/readyz` and
 * left out while it does not say yes; connections are kept; a request that could not be handed over because nobody listened
 * goes to the next process, one that was handed over is never sent twice.
 */
export async function openBalancer(port: number, processes: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set(processes);
  let turn = 0;
  let failed = 0;
  const look = setInterval(() => {
    for (const url of processes)
      void fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
        (answer) => (answer.ok ? ready.add(url) : ready.delete(url)),
        () => ready.delete(url),
      );
  }, LOOK_MS);
  const choices = () => {
    turn += 1;
    const up = processes.filter((url) => ready.has(url));
    return up.map((_, index) => up[(turn + index) % up.length] ?? '');
  };
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => pass(incoming, body, outgoing, choices()));
  });

  function pass(
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    [url, ...others]: readonly string[],
  ): void {
    const fail = () => {
      failed += 1;
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (url === undefined) return fail();
    const { connection: _, ...headers } = incoming.headers;
    const onward = send(new URL(incoming.url ?? '/', url), { agent, method: incoming.method, headers });
    onward.on('response', (answer) => {
      const { connection: _own, 'keep-alive': _kept, 'transfer-encoding': _coded, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, kept);
      answer.on('error', fail).pipe(outgoing);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') pass(incoming, body, outgoing, others);
      else fail();
    });
    onward.end(body);
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    failures: () => failed,
    close: async () => {
      clearInterval(look);
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
