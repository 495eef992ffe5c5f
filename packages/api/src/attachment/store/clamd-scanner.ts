import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { ScannerFault, type Scanner } from './scanner.ts';

const CHUNK = 64 * 1024;
const PATIENCE_MS = 30_000;
const END = Buffer.alloc(4);

/** Asks a clamd over TCP. Protocol: clamd(8), command INSTREAM: chunks, each after its length; an empty one ends them. */
export function clamdScanner({ host, port }: { readonly host: string; readonly port: number }): Scanner {
  return {
    async scan(path) {
      const socket = connect({ host, port });
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer in time')));
      try {
        // It answers and closes before the end where it has found something, so that a broken pipe is no fault.
        const sent = pipeline(Readable.from(instream(path)), socket, { end: false }).catch(() => undefined);
        const [answer] = await Promise.all([text(socket), sent]);
        return verdictOf(answer.replace(/\0/g, '').trim());
      } catch (error) {
        throw new ScannerFault(error instanceof Error ? error.message : 'unknown', { cause: error });
      } finally {
        socket.destroy();
      }
    },
  };
}

async function* instream(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield END;
}

function verdictOf(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`an answer that is none: ${answer.slice(0, 80)}`);
  return found;
}
