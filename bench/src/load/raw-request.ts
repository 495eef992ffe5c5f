import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const MOST_KEPT = 4_000_000;

export type RawAnswer = {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
};

/**
 * Writes `head` and then `pieces` to a port of this machine as they are, however wrong, and reads what is answered meanwhile;
 * stops writing once there is an answer. `cutAfter`: milliseconds after the last piece when the connection is broken off.
 */
export async function rawRequest(
  port: number,
  head: string,
  pieces: Iterable<string | Buffer> = [],
  { patience = 30_000, cutAfter }: { patience?: number; cutAfter?: number } = {},
): Promise<RawAnswer> {
  const began = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let isGone = false;
  const { promise: gone, resolve } = Promise.withResolvers<true>();
  const end = () => {
    isGone = true;
    resolve(true);
  };
  socket.on('error', end).on('end', end).on('close', end);
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < MOST_KEPT) text += chunk;
    if (isWhole(text)) end();
  });
  await Promise.race([once(socket, 'connect').catch(() => undefined), gone]);
  const write = async (piece: string | Buffer) => {
    if (isGone || socket.write(piece)) return;
    await Promise.race([
      once(socket, 'drain').catch(() => undefined),
      gone,
      sleep(patience, undefined, { ref: false }),
    ]);
  };
  await write(head);
  for (const piece of pieces) {
    if (isGone || text !== '') break;
    await write(piece);
  }
  if (cutAfter !== undefined) {
    await sleep(cutAfter);
    socket.destroy();
  }
  await Promise.race([gone, sleep(patience, undefined, { ref: false })]);
  socket.destroy();
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { status, text, milliseconds: Math.round(performance.now() - began) };
}

/** Whether an answer is there to its end, on a connection that is kept. */
function isWhole(text: string): boolean {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return Buffer.byteLength(rest.join('\r\n\r\n')) >= Number(length);
  return text.endsWith('\r\n0\r\n\r\n');
}
