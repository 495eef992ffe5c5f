import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type SmtpPeer = {
  readonly url: string;
  /** The Message-ID of each mail it said yes to, in order. */
  readonly taken: readonly string[];
  close(): Promise<void>;
};

/** A mail server as plain as can be: it takes every mail, and thinks for some time before it says so, in milliseconds. */
export async function openSmtpPeer(thinks: number): Promise<SmtpPeer> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The client may be killed at any moment.
    socket.on('error', () => undefined);
    void talk(socket, thinks, taken).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function talk(socket: Socket, thinks: number, taken: string[]): Promise<void> {
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
        await sleep(thinks);
        taken.push(/^message-id:\s*(\S+)/im.exec(said)?.[1] ?? '');
        socket.write('250 taken\r\n');
      } else if (/^data$/i.test(said)) {
        isData = true;
        socket.write('354 go on\r\n');
      } else if (/^quit$/i.test(said)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  }
}
