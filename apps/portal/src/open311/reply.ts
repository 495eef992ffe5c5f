import type { Failure } from '@bihuan/api';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { inputSentence } from '../words/input-sentence.ts';
import { m } from '@bihuan/ui/messages';
import type { WireError } from './wire.ts';
import { listXml, objectXml, type Wrapping } from './write-xml.ts';

export type Format = 'json' | 'xml';

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

type Head = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

export function listReply(
  format: Format,
  entries: readonly object[],
  wrapping: Wrapping,
  { status = 200, headers = {} }: Head = {},
): Response {
  const body = format === 'json' ? JSON.stringify(entries) : listXml(entries, wrapping);
  return new Response(body, { status, headers: { ...headers, ...ownHeaders(format) } });
}

export function objectReply(format: Format, object: object, root: string): Response {
  const body = format === 'json' ? JSON.stringify(object) : objectXml(object, root);
  return new Response(body, { headers: ownHeaders(format) });
}

function ownHeaders(format: Format): Record<string, string> {
  return {
    'content-type': TYPES[format],
    'cache-control': 'no-store',
    vary: 'accept, accept-language, authorization',
  };
}

/** Errors as the specification words them: a list, each with the status as its code. */
export function errorReply(
  format: Format,
  status: number,
  descriptions: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const errors: WireError[] = descriptions.map((description) => ({ code: status, description }));
  return listReply(format, errors, { list: 'errors', entry: 'error' }, { status, headers });
}

const STATUS: Readonly<Partial<Record<string, number>>> = {
  not_found: 404,
  api_key_unknown: 403,
  api_key_without_scope: 403,
  api_rate_exceeded: 429,
  too_many_tries: 429,
  reference_reused: 409,
};

/** Why a use case said no. A category that is not there is not found, everything else that was sent wrong is a bad request. */
export function failureReply(format: Format, failure: Failure, today: string): Response {
  if (failure.kind === 'refusal') {
    const { code, data } = failure.refusal;
    const seconds = code === 'api_rate_exceeded' ? data?.['seconds'] : undefined;
    const minutes = code === 'too_many_tries' ? Number(data?.['minutes'] ?? 0) * 60 : undefined;
    const wait = seconds ?? minutes;
    const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) };
    const sentence =
      code === 'not_found' ? m.interface_error_request() : refusalSentence(failure.refusal, today);
    return errorReply(format, STATUS[code] ?? 400, [sentence], headers);
  }
  const entries = Object.entries(failure.fields);
  const isUnknownService = entries.some(([, code]) => code === 'unknown_category');
  const descriptions = entries.map(([field, code]) => `${wireName(field)}: ${inputSentence(code, '')}`);
  return errorReply(format, isUnknownService ? 404 : 400, descriptions);
}

/** `attribute.title` is `attribute[title]` on the wire. */
function wireName(field: string): string {
  return field.replace(/^attribute\.(.+)$/, 'attribute[$1]');
}
