import { request as send, type Agent } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';

export type Weighed = {
  readonly status: number;
  /** Bytes of the body as they went over the wire. */
  readonly bytes: number;
  readonly text: string;
};

/** One page or file as a browser asks for it, compressed where the server compresses; redirects are not followed. */
export function weigh(agent: Agent, url: string, cookie = ''): Promise<Weighed> {
  const { promise, resolve, reject } = Promise.withResolvers<Weighed>();
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'zh-CN', cookie };
  const outgoing = send(url, { agent, headers }, (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', reject);
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const coding = incoming.headers['content-encoding'];
      const plain =
        coding === 'gzip' ? gunzipSync(body) : coding === 'br' ? brotliDecompressSync(body) : body;
      resolve({ status: incoming.statusCode ?? 0, bytes: body.length, text: plain.toString() });
    });
  });
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}
