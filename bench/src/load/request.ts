import { request as send, type Agent } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
};

/** One HTTP request over a kept connection; rejects when the connection fails before the answer has ended. */
export function request(
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
  form?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = send(
    url,
    {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          origin: new URL(url).origin,
        }),
      },
    },
    (incoming) => {
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          location: incoming.headers.location ?? '',
          cookies: incoming.headers['set-cookie'] ?? [],
        }),
      );
      incoming.resume();
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}
