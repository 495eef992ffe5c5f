import { Readable } from 'node:stream';
import { DATASET_FIELDS, type DatasetLine, type OpenDataset } from '@bihuan/api';
import { stringify } from 'csv-stringify/sync';

export const FORMATS = ['json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Which format a path ending or an Accept header asks for; JSON where it is left open, null where it is neither. */
export function formatAsked(ending: string, accept: string): Format | null {
  if (ending !== '') return FORMATS.find((format) => format === ending) ?? null;
  if (accept === '' || /application\/(json|\*)|\*\/\*/.test(accept)) return 'json';
  return /text\/(csv|\*)/.test(accept) ? 'csv' : null;
}

/** Headers that let pages of any origin read what everybody may have. */
export const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** A dataset as a stream, or 304 where the asker has it already. `portalUrl` without a closing stroke. */
export function datasetReply(
  dataset: OpenDataset,
  format: Format,
  request: Request,
  portalUrl: string,
): Response {
  const tag = `W/"${dataset.mark}-${format}"`;
  const headers = {
    ...OPEN_TO_ALL,
    'content-type': TYPES[format],
    'cache-control': 'public, max-age=60',
    'last-modified': new Date(dataset.asOf).toUTCString(),
    etag: tag,
    vary: 'accept',
    link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
  };
  const known =
    request.headers
      .get('if-none-match')
      ?.split(',')
      .map((one) => one.trim()) ?? [];
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  const disposition = { 'content-disposition': `inline; filename="${dataset.name}.${format}"` };
  const text = format === 'json' ? asJson(dataset, portalUrl) : asCsv(dataset);
  const body = Readable.toWeb(Readable.from(encoded(text))) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...headers, ...disposition } });
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of text) yield encoder.encode(part);
}

async function* asJson(
  { name, asOf, leastCell, pages }: OpenDataset,
  portalUrl: string,
): AsyncGenerator<string> {
  const head = {
    dataset: name,
    as_of: asOf,
    least_cell: leastCell,
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    dictionary: `${portalUrl}/open-data/dictionary.json`,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let isFirst = true;
  for await (const lines of pages) {
    if (lines.length === 0) continue;
    yield (isFirst ? '' : ',') + lines.map((line) => JSON.stringify(line)).join(',');
    isFirst = false;
  }
  yield ']}';
}

/** With a byte order mark, or spreadsheets take Chinese for something else; nothing in it runs as a formula. */
async function* asCsv({ name, pages }: OpenDataset): AsyncGenerator<string> {
  const columns = Object.keys(DATASET_FIELDS[name]);
  const quoting = {
    ...{ columns, escape_formulas: true, record_delimiter: 'windows' },
    quoted_match: /[\r\n]/,
  } as const;
  yield stringify([], { ...quoting, header: true, bom: true });
  for await (const lines of pages) yield stringify(lines.map(spelt), quoting);
}

function spelt(line: DatasetLine): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(
    Object.entries(line).map(([field, value]) => [field, typeof value === 'boolean' ? String(value) : value]),
  );
}
