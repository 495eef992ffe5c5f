import {
  fileRequest,
  findRequestByReference,
  listRequests,
  readRequest,
  readRequestUpdates,
  readService,
  readServices,
  type Asking,
  type House,
} from '@bihuan/api';
import { localDateOf } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { apiKeyOf, postedParameters, queryParameters, withAttributes, type Parameters } from './asked.ts';
import { discovery } from './discovery.ts';
import { errorReply, failureReply, listReply, objectReply, type Format } from './reply.ts';
import { formatOf, resourceOf, type Resource } from './resource.ts';
import {
  wireAttribute,
  wireQuestion,
  wireFiled,
  wireRequest,
  wireService,
  wireUpdate,
} from './wire-texts.ts';

export type Interface = {
  readonly house: House;
  readonly portalUrl: string;
  /** What `jurisdiction_id` must be, where a client sends one. There is one jurisdiction here, so it may leave it out. */
  readonly jurisdiction: string;
  readonly locale: 'zh-CN' | 'en';
};

type Asked = Interface & {
  readonly request: Request;
  readonly format: Format;
  readonly parameters: Parameters;
  readonly asking: Asking;
  readonly today: string;
};

/** Answers one request to `/open311/v2/…`. `path`: what follows it. `address`: the network address that asks. */
export async function answerOpen311(
  open: Interface,
  request: Request,
  path: string,
  address: string,
): Promise<Response> {
  const accept = request.headers.get('accept') ?? '';
  const found = resourceOf(path, accept);
  if (found === null) return errorReply(formatOf(path, accept), 404, [m.interface_error_resource()]);
  const { resource, format } = found;
  const isPost = request.method === 'POST' && resource.kind === 'requests';
  if (!isPost && request.method !== 'GET' && request.method !== 'HEAD') {
    const allow = resource.kind === 'requests' ? 'GET, HEAD, POST' : 'GET, HEAD';
    return errorReply(format, 405, [m.interface_error_method()], { allow });
  }
  const posted = isPost ? await postedParameters(request) : null;
  if (posted?.ok === false) {
    const isTooLarge = posted.reason === 'too_large';
    return errorReply(format, isTooLarge ? 413 : 400, [
      isTooLarge ? m.interface_error_too_large() : m.interface_error_form(),
    ]);
  }
  const parameters = { ...queryParameters(new URL(request.url)), ...posted?.fields };
  const jurisdiction = parameters['jurisdiction_id'] ?? '';
  if (jurisdiction !== '' && jurisdiction !== open.jurisdiction)
    return errorReply(format, 404, [m.interface_error_jurisdiction()]);
  const asking = { apiKey: apiKeyOf(request, parameters), address };
  const today = localDateOf(open.house.now());
  const asked = { ...open, request, format, parameters, asking, today };
  return isPost ? file(asked) : read(asked, resource);
}

function read(asked: Asked, resource: Resource): Promise<Response> | Response {
  switch (resource.kind) {
    case 'discovery':
      return objectReply(asked.format, discovery(asked.portalUrl), 'discovery');
    case 'services':
      return services(asked);
    case 'service':
      return service(asked, resource.id);
    case 'requests':
      return requests(asked);
    case 'request':
      return oneRequest(asked, resource.id);
    case 'updates':
      return updates(asked, resource.id);
    case 'token':
      return token(asked, resource.id);
  }
}

async function services({ house, format }: Asked): Promise<Response> {
  const found = await readServices(house);
  return listReply(format, found.map(wireService), { list: 'services', entry: 'service' });
}

async function service({ house, format }: Asked, code: string): Promise<Response> {
  const found = await readService(house, code);
  if (!found.ok) return errorReply(format, 404, [m.interface_error_service()]);
  const fixed = found.value.attributes.map(wireAttribute);
  const asked = found.value.questions.map((question, index) => wireQuestion(question, fixed.length + index));
  const attributes = [...fixed, ...asked];
  return objectReply(format, { service_code: found.value.service.code, attributes }, 'service_definition');
}

const REQUESTS = { list: 'service_requests', entry: 'request' } as const;

async function file(asked: Asked): Promise<Response> {
  const { house, format, parameters, asking, request, today, portalUrl, locale } = asked;
  if ((parameters['service_code'] ?? '') === '' && asking.apiKey !== '')
    return errorReply(format, 400, [m.interface_error_no_service()]);
  const key = request.headers.get('idempotency-key') ?? '';
  const raw = { ...withAttributes(parameters), locale, idempotency_key: key };
  const filed = await fileRequest(house, asking, raw);
  if (!filed.ok) return failureReply(format, filed, today);
  return listReply(format, [wireFiled(filed.value, portalUrl, today)], REQUESTS);
}

async function requests(asked: Asked): Promise<Response> {
  const { house, format, parameters, asking, today, request } = asked;
  const found = await listRequests(house, asking, parameters);
  if (!found.ok) return failureReply(format, found, today);
  const base = baseOf(asked);
  const { requests: page, next } = found.value;
  const headers: Record<string, string> =
    next === null ? {} : { link: `<${nextUrl(base, request, format, next)}>; rel="next"` };
  return listReply(
    format,
    page.map((one) => wireRequest(one, base)),
    REQUESTS,
    { headers },
  );
}

async function oneRequest(asked: Asked, number: string): Promise<Response> {
  const found = await readRequest(asked.house, asked.asking, { number, queryCode: codeOf(asked) });
  if (!found.ok) return failureReply(asked.format, found, asked.today);
  return listReply(asked.format, [wireRequest(found.value, baseOf(asked))], REQUESTS);
}

async function updates(asked: Asked, number: string): Promise<Response> {
  const { house, format, asking, today } = asked;
  const found = await readRequestUpdates(house, asking, { number, queryCode: codeOf(asked) });
  if (!found.ok) return failureReply(format, found, today);
  const lines = found.value.updates.map((one) => wireUpdate(one, found.value.trackingNumber, today));
  return listReply(format, lines, { list: 'service_request_updates', entry: 'request_update' });
}

async function token({ house, format, asking, today }: Asked, reference: string): Promise<Response> {
  const found = await findRequestByReference(house, asking, reference);
  if (!found.ok) return failureReply(format, found, today);
  const line = { service_request_id: found.value.trackingNumber, token: found.value.reference };
  return listReply(format, [line], REQUESTS);
}

/** In a header only: addresses are kept by every proxy on the way. */
function codeOf({ request }: Asked): string {
  return request.headers.get('x-query-code') ?? '';
}

function baseOf({ portalUrl }: Asked): string {
  return new URL('/open311/v2/', portalUrl).href;
}

/** The same question for the page after; the key is left to the client. */
function nextUrl(base: string, request: Request, format: Format, after: string): string {
  const url = new URL(`requests.${format}`, base);
  for (const [name, value] of new URL(request.url).searchParams)
    if (name !== 'api_key') url.searchParams.set(name, value);
  url.searchParams.set('after', after);
  return url.href;
}
