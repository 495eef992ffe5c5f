import { sendResults, type Failure, type House, type TakenRow } from '@bihuan/api';
import { apiKeyOf } from '../open311/asked.ts';
import { inputSentence } from '../words/input-sentence.ts';
import { refusalSentence } from '../words/refusal-sentence.ts';

type Head = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

const STATUS: Readonly<Partial<Record<string, number>>> = {
  api_key_unknown: 403,
  api_key_without_scope: 403,
  api_rate_exceeded: 429,
};

/** Takes results of indicators from a program: docs/rules/indicators.md says what is sent and what comes back. */
export async function answerResults(
  house: House,
  request: Request,
  address: string,
  today: string,
): Promise<Response> {
  if (request.method !== 'POST')
    return reply({ errors: ['POST'] }, { status: 405, headers: { allow: 'POST' } });
  // Nothing is read of which nobody says how long it is.
  if (request.headers.get('content-length') === null)
    return reply({ errors: ['Content-Length'] }, { status: 411 });
  const body = await jsonOf(request);
  if (body === undefined) return reply({ errors: ['JSON'] }, { status: 400 });
  const taken = await sendResults(house, { apiKey: apiKeyOf(request, {}), address }, body);
  if (!taken.ok) return failure(taken, today);
  const { rows, added, corrected, same, refused } = taken.value;
  return reply({ added, corrected, same, refused, results: rows.map((row) => rowOf(row, today)) });
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    return undefined;
  }
}

function rowOf({ indicator, month, verdict, refusal, fields }: TakenRow, today: string) {
  const wrong = Object.entries(fields).map(([field, code]) => `${field}: ${inputSentence(code, '')}`);
  const problems = refusal === null ? wrong : [refusalSentence(refusal, today)];
  return { indicator, month, outcome: verdict, ...(problems.length > 0 ? { problems } : {}) };
}

function failure(answer: Failure, today: string): Response {
  if (answer.kind === 'bad_input') {
    const errors = Object.entries(answer.fields).map(
      ([field, code]) => `${field}: ${inputSentence(code, '')}`,
    );
    return reply({ errors }, { status: 400 });
  }
  const { code, data } = answer.refusal;
  const seconds = code === 'api_rate_exceeded' ? data?.['seconds'] : undefined;
  const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return reply(
    { errors: [refusalSentence(answer.refusal, today)] },
    { status: STATUS[code] ?? 400, headers },
  );
}

function reply(body: object, { status = 200, headers = {} }: Head = {}): Response {
  const own = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers: { ...headers, ...own } });
}
