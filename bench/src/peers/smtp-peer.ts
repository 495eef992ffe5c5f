import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type SmtpPeer = {
  readonly url: string;
  /** The Message-ID of each mail it said yes to, in order. */
  readonly taken: readonly string[];
  /** Mails that are announced and not yet handed over, and that are handed over and not yet said yes to. */
  readonly underWay: { readonly announced: number; readonly handed: number };
  close(): Promise<void>;
};

/**
 * A mail server as plain as can be: it takes every mail, and thinks for some time, in milliseconds, before it lets a mail be
 * handed over and again before it says that it has it. One handed over by a client that is gone since is taken.
 */
export async function openSmtpPeer(thinks: number): Promise<SmtpPeer> {
  const taken: string[] = [];
  const underWay = { announced: 0, handed: 0 };
  const think = async (stage: keyof typeof underWay) => {
    underWay[stage] += 1;
    await sleep(thinks);
    underWay[stage] -= 1;
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The client may be killed at any moment.
    socket.on('error', () => undefined);
    void talk(socket, think, taken).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    underWay,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function talk(
  socket: Socket,
  think: (stage: 'announced' | 'handed') => Promise<void>,
  taken: string[],
): Promise<void> {
  let waiting = '';
  let isData = false;
  socket.write('220 peer\r\n');
  for await (const chunk of socket.setEncoding('utf8') as AsyncIterable<string>) {
    waiting += chunk;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = waiting.indexOf(mark);
      if (end < 0) break;
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + mark.length);
      if (isData) {
        isData = false;
        await think('handed');
        taken.push(/^message-id:\s*(\S+)/im.exec(said)?.[1] ?? '');
        socket.write('250 taken\r\n');
      } else if (/^data$/i.test(said)) {
        isData = true;
        await think('announced');
        socket.write('354 go on\r\n');
      } else if (/^quit$/i.test(said)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  }
}
