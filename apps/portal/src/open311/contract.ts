import { z } from 'zod';
import {
  discoverySchema,
  errorSchema,
  filedSchema,
  requestSchema,
  serviceDefinitionSchema,
  serviceSchema,
  tokenSchema,
  updateSchema,
} from './wire.ts';

const SCHEMAS = {
  Error: errorSchema,
  Discovery: discoverySchema,
  Service: serviceSchema,
  ServiceDefinition: serviceDefinitionSchema,
  Filed: filedSchema,
  Token: tokenSchema,
  ServiceRequest: requestSchema,
  RequestUpdate: updateSchema,
} as const;

type Name = keyof typeof SCHEMAS;

const ref = (name: Name) => ({ $ref: `#/components/schemas/${name}` });
const listOf = (name: Name) => ({ type: 'array', items: ref(name) });
const text = { type: 'string' } as const;

/** The body in both formats; the XML says the same in the elements that the specification shows. */
const content = (schema: object) => ({ 'application/json': { schema }, 'text/xml': { schema: text } });

const problem = (description: string) => ({ description, content: content(listOf('Error')) });
const PROBLEMS = {
  400: problem('Something sent is missing or wrong.'),
  403: problem('The API key is missing, wrong, revoked or lacks the scope.'),
  404: problem('Not there, or not for this client.'),
  429: problem('Too many requests; Retry-After says for how many seconds.'),
} as const;

const inPath = (name: string, description: string) => ({
  ...{ name, in: 'path', required: true, description },
  schema: text,
});
const inQuery = (name: string, description: string, schema: object = text) => ({
  ...{ name, in: 'query', description, schema },
});
const inHeader = (name: string, description: string) => ({ name, in: 'header', description, schema: text });

const FORMAT = { name: 'format', in: 'path', required: true, schema: { enum: ['json', 'xml'] } };
const JURISDICTION = inQuery('jurisdiction_id', 'There is one jurisdiction here; 404 for any other.');
const NUMBER = inPath('service_request_id', 'The tracking number.');
const QUERY_CODE = inHeader('X-Query-Code', 'The code on the receipt; opens the whole case.');

const moment = { type: 'string', format: 'date-time' };

const FORM = {
  type: 'object',
  required: ['service_code', 'description'],
  properties: {
    api_key: { type: 'string', description: 'Or as a bearer token.' },
    jurisdiction_id: text,
    service_code: text,
    description: { type: 'string', minLength: 10, maxLength: 4000 },
    address_string: {
      type: 'string',
      description: 'One of address_string, address_id, lat with long is needed.',
    },
    address_id: text,
    lat: { type: 'number', minimum: -90, maximum: 90 },
    long: { type: 'number', minimum: -180, maximum: 180 },
    ...{ email: text, phone: text, first_name: text, last_name: text },
    external_reference: {
      type: 'string',
      maxLength: 100,
      description: 'How the client itself calls it; unique per client.',
    },
    'attribute[title]': text,
    'attribute[openness]': { enum: ['open', 'confidential', 'anonymous'] },
    'attribute[cause_class]': text,
    'attribute[department]': text,
    'attribute[tried]': text,
    'attribute[wish]': text,
    'attribute[enterprise_name]': text,
    'attribute[credit_code]': text,
  },
  patternProperties: {
    '^attribute\\[[a-z][a-z0-9_-]*\\]$': {
      type: 'string',
      description: 'Answers to the questions of the service, by the codes that its definition names.',
    },
  },
};

type Answers = Readonly<Record<number, object>>;

const get = (summary: string, parameters: readonly object[], answers: Answers) => ({
  get: { summary, parameters: [FORMAT, JURISDICTION, ...parameters], responses: answers },
});

const ok = (description: string, schema: object) => ({ 200: { description, content: content(schema) } });

/** The contract of the interface, OpenAPI 3.1. What is answered is made from the schemas that the answers are typed by. */
export function contract(portalUrl: string): object {
  const { 403: forbidden, 404: missing, 429: tooMany, 400: bad } = PROBLEMS;
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Open311 GeoReport v2',
      version: '2.0.0',
      description:
        'Complaints about matters that could not be got done. GeoReport v2, with additions under extended_attributes.',
    },
    externalDocs: { url: 'http://wiki.open311.org/GeoReport_v2' },
    servers: [{ url: new URL('/open311/v2', portalUrl).href }],
    paths: {
      '/discovery.{format}': get('Service discovery', [], ok('Where and how.', ref('Discovery'))),
      '/services.{format}': get('Categories', [], ok('The categories.', listOf('Service'))),
      '/services/{service_code}.{format}': get(
        'What is asked of a complaint of one category',
        [inPath('service_code', 'A code of the list.')],
        { ...ok('Its attributes.', ref('ServiceDefinition')), 404: missing },
      ),
      '/requests.{format}': {
        ...get(
          'Complaints in reach',
          [
            inQuery('service_request_id', 'Numbers, comma separated; overrule every other filter.'),
            inQuery('service_code', 'Codes, comma separated.'),
            inQuery('status', 'open, closed, or both, comma separated.'),
            inQuery('start_date', 'With end_date at most 90 days; without both the latest 90.', moment),
            inQuery('end_date', 'See start_date.', moment),
            inQuery('limit', 'Addition: at most so many.', { type: 'integer', minimum: 1, maximum: 1000 }),
            inQuery('after', 'Addition: the last number of the page before; see the Link header.'),
          ],
          { ...ok('At most 1000, the latest first.', listOf('ServiceRequest')), ...PROBLEMS },
        ),
        post: {
          summary: 'File a complaint',
          security: [{ bearer: [] }, {}],
          parameters: [FORMAT, inHeader('Idempotency-Key', 'The same again gives the same receipt.')],
          requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: FORM } } },
          responses: {
            ...ok('The receipt.', listOf('Filed')),
            ...PROBLEMS,
            409: problem('This reference stands for another text already.'),
            413: problem('Too large.'),
          },
        },
      },
      '/requests/{service_request_id}.{format}': get('One complaint', [NUMBER, QUERY_CODE], {
        ...ok('A list of one.', listOf('ServiceRequest')),
        ...{ 403: forbidden, 404: missing, 429: tooMany },
      }),
      '/requests/{service_request_id}/updates.{format}': get(
        'Addition: the course of one complaint, oldest first',
        [NUMBER, QUERY_CODE],
        { ...ok('Its lines.', listOf('RequestUpdate')), 403: forbidden, 404: missing, 429: tooMany },
      ),
      '/tokens/{token}.{format}': get(
        'The number of what was filed under a reference or an idempotency key of this client',
        [inPath('token', 'The reference or the key.')],
        { ...ok('A list of one.', listOf('Token')), 400: bad, 403: forbidden, 404: missing, 429: tooMany },
      ),
    },
    components: {
      schemas: Object.fromEntries(schemas) as object,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}
