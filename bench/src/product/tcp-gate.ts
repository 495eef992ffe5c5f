import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export type TcpGate = {
  readonly port: number;
  /** Ends every connection and refuses new ones, as a machine that is away. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

/** A way to another port of this machine that can be shut; `target` is asked for each connection. */
export async function openTcpGate(port: number, target: () => number): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const open = async () => {
    server = createServer((near) => {
      const far = connect(target(), '127.0.0.1');
      keep(near, far);
      keep(far, near);
      near.pipe(far).pipe(near);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const shut = async () => {
    const gone = server && once(server, 'close');
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await gone;
  };
  await open();
  return { port, shut, open, close: shut };
}
