import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type S3Peer = {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Whose signature each request carried. */
  readonly signedBy: Set<string>;
  close(): Promise<void>;
};

/** Speaks as much of S3 as a store of files needs, with one bucket; two keys a page, so that long lists take several. */
export async function openS3Peer(bucket: string): Promise<S3Peer> {
  const objects = new Map<string, Buffer>();
  const signedBy = new Set<string>();
  const server = createServer((request, response) => {
    signedBy.add(/Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(pathname.slice(`/${bucket}/`.length));
    if (request.method === 'GET' && key === '') send(response, 200, listed(objects, searchParams));
    else void answer(objects, key, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...{ endpoint: `http://127.0.0.1:${port}`, objects, signedBy },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  objects: Map<string, Buffer>,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const found = objects.get(key);
  switch (request.method) {
    case 'PUT':
      objects.set(key, await buffer(request));
      return send(response, 200, '');
    case 'DELETE':
      objects.delete(key);
      return send(response, 204, '');
    case 'HEAD':
      return send(response, found === undefined ? 404 : 200, '');
    default:
      return found === undefined
        ? send(response, 404, '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>')
        : send(response, 200, found);
  }
}

function send(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}

/** ListObjectsV2: what lies under a prefix up to the next delimiter. */
function listed(objects: ReadonlyMap<string, Buffer>, asked: URLSearchParams): string {
  const prefix = asked.get('prefix') ?? '';
  const delimiter = asked.get('delimiter') ?? '';
  const under = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const entries = [
    ...new Set(
      under.map((key) => {
        const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
        return end === -1 ? key : key.slice(0, end + 1);
      }),
    ),
  ];
  const from = Number(asked.get('continuation-token') ?? 0);
  const page = entries.slice(from, from + 2);
  const isCut = from + 2 < entries.length;
  const told = page.map((entry) =>
    entry.endsWith('/')
      ? `<CommonPrefixes><Prefix>${entry}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${entry}</Key><Size>${objects.get(entry)?.length ?? 0}</Size></Contents>`,
  );
  return [
    `<ListBucketResult><IsTruncated>${isCut}</IsTruncated><KeyCount>${page.length}</KeyCount>`,
    ...(isCut ? [`<NextContinuationToken>${from + 2}</NextContinuationToken>`] : []),
    ...[...told, '</ListBucketResult>'],
  ].join('');
}
