import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueApiKey, revokeApiKey, submitComplaint } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpen311 } from './answer.ts';
import { contract } from './contract.ts';

const PORTAL = 'https://portal.example.gov.cn';
const TEXT = '企业变更经营范围，窗口四次要求补不同的材料，一直没有出具一次性告知书。窗口说系统里没有这一项。';

let house: TestHouse;
let server: Server;
let base: string;
let admin: StaffActor;
let key: string;

beforeAll(async () => {
  house = await openTestHouse();
  const office = await house.db.prisma.department.create({
    data: {
      id: house.newId(),
      code: 'O1',
      name: '督查室',
      nameEn: '',
      kind: 'office',
      activeFrom: new Date('2026-01-01'),
    },
  });
  admin = { kind: 'staff', staffId: house.newId(), departmentId: office.id, roles: ['system_admin'] };
  key = await newKey('park-app', ['file', 'read_own']);
  // What the page of the portal does, over real HTTP.
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', PORTAL);
      const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
      const request = new Request(url, {
        method: incoming.method ?? 'GET',
        headers: new Headers(incoming.headers as Record<string, string>),
        ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
      });
      const open = {
        house,
        portalUrl: PORTAL,
        jurisdiction: 'portal.example.gov.cn',
        locale: 'zh-CN',
      } as const;
      void answerOpen311(open, request, url.pathname.slice('/open311/v2/'.length), '192.0.2.1').then(
        async (response) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          outgoing.end(Buffer.from(await response.arrayBuffer()));
        },
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2`;
});
afterAll(async () => {
  server.close();
  await house.drop();
});

async function newKey(client: string, scopes: readonly string[], perHour = 1000): Promise<string> {
  const issued = await issueApiKey(house, admin, { client, scopes, perHour });
  if (!issued.ok) throw new Error(JSON.stringify(issued));
  return issued.value.secret;
}

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
};

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return answerOf(await fetch(`${base}/${path}`, { headers }));
}

async function post(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answerOf(
    await fetch(`${base}/${path}`, { method: 'POST', body: new URLSearchParams(fields), headers }),
  );
}

async function answerOf(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, headers: response.headers, text: await response.text() };
}

function xml(answer: Answer): Record<string, never> {
  expect(answer.type).toBe('text/xml; charset=utf-8');
  expect(answer.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  return new XMLParser({ parseTagValue: false }).parse(answer.text) as Record<string, never>;
}

function json<Value>(answer: Answer): Value {
  expect(answer.type).toBe('application/json; charset=utf-8');
  return JSON.parse(answer.text) as Value;
}

type Line = Record<string, string | null> & { extended_attributes: Record<string, string> };

const REQUEST = {
  service_code: 'enterprise-2',
  description: TEXT,
  address_string: '政务服务中心3楼',
  last_name: '反映',
  first_name: '人甲',
  phone: '13800138000',
};

async function filed(extra: Record<string, string> = {}, apiKey = key): Promise<Line> {
  const answer = await post('requests.json', { ...REQUEST, ...extra, api_key: apiKey });
  expect(answer.status, answer.text).toBe(200);
  return json<Line[]>(answer)[0] as Line;
}

/** The fields of the answers published with the specification. Source: wiki.open311.org/GeoReport_v2. */
const SERVICE = ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'];
const DEFINITION = ['service_code', 'attributes'];
const ATTRIBUTE = [
  ...['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description', 'values'],
];
const VALUE = ['key', 'name'];
const POSTED = ['service_request_id', 'service_notice', 'account_id'];
const REQUESTED = [
  ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
  ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
  ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
];

describe('the published examples', () => {
  it('GET services, in XML and JSON', async () => {
    const services = (xml(await ask('services.xml')) as unknown as { services: { service: Line[] } }).services
      .service;
    expect(services[1]).toEqual({
      service_code: 'enterprise-2',
      service_name: '变更备案',
      description: expect.stringContaining('企业开办与变更：变更备案') as string,
      metadata: 'true',
      type: 'realtime',
      keywords: '企业开办与变更, 变更备案',
      group: '企业开办与变更',
    });
    const same = json<Line[]>(await ask('services.json?jurisdiction_id=portal.example.gov.cn'));
    expect(same[1]).toMatchObject({ service_code: 'enterprise-2', metadata: true, type: 'realtime' });
    expect(same).toHaveLength(services.length);
  });

  it('GET service definition, in XML and JSON', async () => {
    const { service_definition: found } = xml(await ask('services/enterprise-2.xml')) as unknown as {
      service_definition: { service_code: string; attributes: { attribute: Line[] } };
    };
    expect(found.service_code).toBe('enterprise-2');
    expect(found.attributes.attribute[1]).toMatchObject({
      ...{ variable: 'true', code: 'openness', datatype: 'singlevaluelist', required: 'false', order: '2' },
      datatype_description: '',
      values: { value: [{ key: 'open', name: '公开' }, { key: 'confidential' }, { key: 'anonymous' }] },
    });
    const same = json<{ attributes: Line[] }>(await ask('services/enterprise-2.json'));
    expect(same.attributes.map(({ code }) => code)).toEqual([
      ...[
        'title',
        'openness',
        'cause_class',
        'department',
        'tried',
        'wish',
        'enterprise_name',
        'credit_code',
        'enterprise-q1',
        'enterprise-q2',
      ],
    ]);
    expect(same.attributes.at(-1)).toEqual({
      ...{ variable: true, code: 'enterprise-q2', datatype: 'singlevaluelist', required: false, order: 10 },
      ...{ datatype_description: null, description: '有没有拿到受理通知书或一次性告知书？' },
      values: [
        { key: 'accepted', name: '拿到受理通知书' },
        { key: 'told_once', name: '拿到一次性告知书' },
        { key: 'oral', name: '只有口头答复' },
        { key: 'nothing', name: '都没有' },
      ],
    });
  });

  it('POST requests keeps the answers to the questions of the category, and says which is wrong', async () => {
    const receipt = await filed({
      ...{ 'attribute[enterprise-q2]': 'oral', 'attribute[policy-q1]': '别的类别的问题' },
      external_reference: 'answered',
    });
    const where = { trackingNumber: String(receipt.service_request_id) };
    expect(await house.db.prisma.complaint.findUniqueOrThrow({ where })).toMatchObject({
      chosenCategory: 'enterprise',
      categoryAnswers: [
        { code: 'enterprise-q2', question: '有没有拿到受理通知书或一次性告知书？', answer: '只有口头答复' },
      ],
    });
    const wrong = await post('requests.json', {
      ...{ api_key: key, service_code: 'enterprise-2', description: TEXT, address_string: '大厅' },
      'attribute[enterprise-q2]': 'perhaps',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('attribute[enterprise-q2]');
  });

  it('POST requests, in XML and JSON, with attributes', async () => {
    const answer = await post('requests.xml', {
      ...{ api_key: key, jurisdiction_id: 'portal.example.gov.cn', service_code: 'enterprise-2' },
      ...{ lat: '37.76524078', long: '-122.4212043', address_string: '1234 5th street', description: TEXT },
      ...{ email: 'smit333@sfgov.edu', device_id: 'tt222111', account_id: '123456', first_name: 'john' },
      ...{ last_name: 'smith', phone: '13800138000', media_url: 'http://farm3.static.flickr.com/2002/1.jpg' },
      'attribute[cause_class]': 'papers_again',
    });
    const found = xml(answer) as unknown as { service_requests: { request: Line } };
    expect(found.service_requests.request).toMatchObject({
      service_request_id: expect.stringMatching(/^BH-261012-[0-9A-Z]{6}-[0-9A-Z]$/) as string,
      service_notice: expect.stringContaining('10月13日') as string,
      account_id: '',
    });
    const number = String(found.service_requests.request['service_request_id']);
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { trackingNumber: number } });
    expect(row).toMatchObject({
      ...{
        channel: 'api',
        openness: 'confidential',
        causeClass: 'papers_again',
        externalSource: 'api:park-app',
      },
      ...{ place: '1234 5th street (37.76524078, -122.4212043)', status: 'submitted' },
      title: '企业变更经营范围，窗口四次要求补不同的材料，一直没有出具一次性告知书',
    });
    const same = await filed();
    expect(same).toMatchObject({ account_id: null, service_notice: expect.any(String) as string });
  });

  it('GET requests and GET request, in XML and JSON', async () => {
    const { service_request_id: number } = await filed({ 'attribute[openness]': 'open' });
    const one = json<Line[]>(await ask(`requests/${number}.json?api_key=${key}`))[0];
    expect(one).toMatchObject({
      ...{ service_request_id: number, status: 'open', status_notes: '待甄别', service_name: '变更备案' },
      ...{ service_code: 'enterprise-2', description: TEXT, agency_responsible: null, service_notice: null },
      requested_datetime: '2026-10-12T09:00:00+08:00',
      updated_datetime: '2026-10-12T09:00:00+08:00',
      expected_datetime: '2026-10-13T12:00:00+08:00',
      ...{
        address: '政务服务中心3楼',
        address_id: null,
        zipcode: null,
        lat: null,
        long: null,
        media_url: null,
      },
    });
    const many = xml(await ask(`requests.xml?service_request_id=${number}`)) as unknown as {
      service_requests: { request: Line };
    };
    expect(many.service_requests.request).toMatchObject({ service_request_id: number, description: '' });
  });

  it('hold every field of the examples of GeoReport v2, in XML and JSON', async () => {
    const { service_request_id: number } = await filed({ 'attribute[openness]': 'open' });
    const posted = { ...REQUEST, api_key: key };
    type Xml = Record<string, Record<string, Line | Line[]>>;
    const first = (found: Xml, ...path: [string, string]) => {
      const lines = found[path[0]]?.[path[1]];
      return (Array.isArray(lines) ? lines[0] : lines) ?? {};
    };
    const inXml = async (path: string) => xml(await ask(path)) as unknown as Xml;
    const inJson = async (path: string) => json<Line[]>(await ask(path))[0] ?? {};
    const definition = xml(await ask('services/enterprise-2.xml')) as unknown as {
      service_definition: { service_code: string; attributes: { attribute: (Line & { values: unknown })[] } };
    };
    const definedInJson = json<{ service_code: string; attributes: Line[] }>(
      await ask('services/enterprise-2.json'),
    );
    const choice = definition.service_definition.attributes.attribute[1] as unknown as {
      values: { value: object[] };
    };
    const choiceInJson = definedInJson.attributes[1] as unknown as { values: object[] };
    const said: readonly (readonly [string, readonly string[], readonly object[]])[] = [
      [
        'services',
        SERVICE,
        [first(await inXml('services.xml'), 'services', 'service'), await inJson('services.json')],
      ],
      ['definition', DEFINITION, [definition.service_definition, definedInJson]],
      [
        'attribute',
        ATTRIBUTE,
        [definition.service_definition.attributes.attribute[1] ?? {}, definedInJson.attributes[1] ?? {}],
      ],
      ['value', VALUE, [choice.values.value[0] ?? {}, choiceInJson.values[0] ?? {}]],
      [
        'posted',
        POSTED,
        [
          first(xml(await post('requests.xml', posted)) as unknown as Xml, 'service_requests', 'request'),
          json<Line[]>(await post('requests.json', posted))[0] ?? {},
        ],
      ],
      [
        'requests',
        REQUESTED,
        [
          first(await inXml(`requests.xml?service_request_id=${number}`), 'service_requests', 'request'),
          await inJson(`requests.json?service_request_id=${number}`),
        ],
      ],
      [
        'request',
        REQUESTED,
        [
          first(await inXml(`requests/${number}.xml`), 'service_requests', 'request'),
          await inJson(`requests/${number}.json`),
        ],
      ],
    ];
    for (const [name, fields, answers] of said)
      for (const answer of answers)
        expect(
          fields.filter((field) => !Object.hasOwn(answer, field)),
          name,
        ).toEqual([]);
  });

  it('GET a number from a token', async () => {
    const { service_request_id: number } = await filed({ external_reference: '12345' });
    const found = xml(await ask(`tokens/12345.xml?api_key=${key}`)) as unknown as {
      service_requests: { request: Line };
    };
    expect(found.service_requests.request).toEqual({ service_request_id: number, token: '12345' });
    expect(json(await ask(`tokens/12345.json?api_key=${key}`))).toEqual([
      { service_request_id: number, token: '12345' },
    ]);
    const other = await newKey('other-app', ['read_own']);
    expect((await ask(`tokens/12345.json?api_key=${other}`)).status).toBe(404);
  });

  it('errors, in XML and JSON', async () => {
    const wrong = await post('requests.xml', { ...REQUEST, api_key: 'xyz' });
    expect(wrong.status).toBe(403);
    expect(xml(wrong)).toEqual({
      '?xml': '',
      errors: { error: { code: '403', description: expect.any(String) as string } },
    });
    const cases: readonly [number, Promise<Answer>][] = [
      [403, post('requests.json', REQUEST)],
      [400, post('requests.json', { ...REQUEST, service_code: '', api_key: key })],
      [404, post('requests.json', { ...REQUEST, service_code: '007', api_key: key })],
      [400, post('requests.json', { ...REQUEST, address_string: '', api_key: key })],
      [400, post('requests.json', { ...REQUEST, description: '短', api_key: key })],
      [404, ask('services.json?jurisdiction_id=sfgov.org')],
      [404, ask('services/007.json')],
      [404, ask('requests/BH-260101-AAAAAA-A.json')],
      [404, ask('nothing.json')],
      [400, ask('requests.json?status=done')],
      [400, ask('requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-12-31T00:00:00Z')],
    ];
    for (const [status, answer] of cases) {
      const { text } = await answer;
      expect([(await answer).status, json<{ code: number }[]>(await answer)[0]?.code], text).toEqual([
        status,
        status,
      ]);
    }
    const put = await answerOf(await fetch(`${base}/services.json`, { method: 'PUT', body: '' }));
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('service discovery, in XML and JSON', async () => {
    const found = xml(await ask('discovery.xml')) as unknown as {
      discovery: { endpoints: { endpoint: { url: string; formats: { format: string[] } } } };
    };
    expect(found.discovery.endpoints.endpoint).toMatchObject({
      url: `${PORTAL}/open311/v2`,
      formats: { format: ['text/xml', 'application/json'] },
    });
    expect(json<{ endpoints: Line[] }>(await ask('discovery.json')).endpoints[0]).toMatchObject({
      type: 'production',
    });
  });
});

describe('what a client may read', () => {
  it('shows nothing of a confidential complaint but to its client and to its query code', async () => {
    const receipt = await filed();
    const number = receipt['service_request_id'];
    expect((await ask(`requests/${number}.json`)).status).toBe(404);
    const other = await newKey('third-app', ['file', 'read_own', 'read_public']);
    expect((await ask(`requests/${number}.json?api_key=${other}`)).status).toBe(404);
    expect(json(await ask(`requests.json?service_request_id=${number}`))).toEqual([]);
    const code = receipt.extended_attributes['query_code'] ?? '';
    const opened = json<Line[]>(await ask(`requests/${number}.json`, { 'x-query-code': code }));
    expect(opened[0]?.['description']).toBe(TEXT);
    expect((await ask(`requests/${number}.json`, { 'x-query-code': 'AAAA-AAAA-AAAA' })).status).toBe(404);
    const bearer = await ask(`requests/${number}.json`, { authorization: `Bearer ${key}` });
    expect(bearer.status).toBe(200);
  });

  it('shows an open complaint to everybody without what it says, and never who filed it', async () => {
    const { service_request_id: number } = await filed({
      'attribute[openness]': 'open',
      'attribute[title]': '标题里的话',
    });
    const answers = [
      await ask(`requests/${number}.json`),
      await ask(`requests/${number}/updates.xml`),
      await ask(`requests.json?service_code=enterprise-2&status=open`),
      await ask(`requests/${number}.json?api_key=${key}`),
      await ask(`requests/${number}/updates.json?api_key=${key}`),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/13800138000|反映人甲/);
    }
    for (const { text } of answers.slice(0, 3)) expect(text).not.toMatch(/标题里的话|一次性告知书|3楼/);
    expect(json<Line[]>(answers[4] as Answer)[0]).toMatchObject({
      update_id: `${number}-1`,
      service_request_id: number,
      status: 'open',
      updated_datetime: '2026-10-12T09:00:00+08:00',
      extended_attributes: { kind: 'submitted', by: 'complainant', text: null },
    });
  });

  it('leaves out the contact of somebody who stays anonymous', async () => {
    const { service_request_id: number } = await filed({ 'attribute[openness]': 'anonymous' });
    const row = await house.db.prisma.complaint.findUniqueOrThrow({
      where: { trackingNumber: String(number) },
      include: { contact: true },
    });
    expect([row.contact, row.isReachable]).toEqual([null, false]);
  });

  it('pages by the last number of the page before', async () => {
    for (const day of ['13', '14', '15']) {
      house.at(`2026-10-${day}T01:00:00.000Z`);
      await filed({ description: `${TEXT}${day}` });
    }
    const first = await ask('requests.json?limit=2&start_date=2026-10-13T00:00:00Z', {
      authorization: `Bearer ${key}`,
    });
    expect(json<Line[]>(first).map((one) => one['requested_datetime'])).toEqual([
      '2026-10-15T09:00:00+08:00',
      '2026-10-14T09:00:00+08:00',
    ]);
    const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await ask(`requests.json${new URL(next).search}`, { authorization: `Bearer ${key}` });
    expect(json<Line[]>(second).map((one) => one['requested_datetime'])).toEqual([
      '2026-10-13T09:00:00+08:00',
    ]);
    expect(second.headers.get('link')).toBeNull();
  });

  it('looks back 90 days where no dates are given', async () => {
    house.at('2027-01-13T02:00:00.000Z');
    const found = json<Line[]>(await ask('requests.json', { authorization: `Bearer ${key}` }));
    expect([...new Set(found.map((one) => one['requested_datetime']))]).toEqual([
      '2026-10-15T09:00:00+08:00',
    ]);
    house.at('2026-10-15T02:00:00.000Z');
  });
});

describe('filing twice', () => {
  it('gives the same receipt for the same reference or idempotency key, and refuses another text', async () => {
    const first = await filed({ external_reference: 'A-1' });
    expect(await filed({ external_reference: 'A-1' })).toEqual({
      ...first,
      extended_attributes: { ...first.extended_attributes, is_new: false },
    });
    const other = await post('requests.json', {
      ...REQUEST,
      ...{ description: `${TEXT}又一件。`, external_reference: 'A-1', api_key: key },
    });
    expect(other.status).toBe(409);
    const send = () =>
      post('requests.json', { ...REQUEST, api_key: key }, { 'idempotency-key': 'one-and-the-same' });
    const answers = await Promise.all([send(), send(), send()]);
    const numbers = answers.map((answer) => json<Line[]>(answer)[0]?.['service_request_id']);
    expect(new Set(numbers).size).toBe(1);
    // Another client's references are its own.
    const theirs = await newKey('fourth-app', ['file']);
    const again = await filed({ external_reference: 'A-1' }, theirs);
    expect(again['service_request_id']).not.toBe(first['service_request_id']);
  });
});

describe('keys', () => {
  it('end when they are revoked; a new key of the same client reads what the old one filed', async () => {
    const old = await newKey('rotating', ['file', 'read_own']);
    const { service_request_id: number } = await filed({}, old);
    const row = await house.db.prisma.apiKey.findFirstOrThrow({ where: { client: 'rotating' } });
    expect(row.lastUsedAt).not.toBeNull();
    expect(Buffer.from(row.keyHash).toString('latin1')).not.toContain(old);
    const revoked = await revokeApiKey(house, admin, { keyId: row.id, reason: '更换' });
    expect(revoked.ok).toBe(true);
    expect((await ask(`requests/${number}.json?api_key=${old}`)).status).toBe(403);
    const fresh = await newKey('rotating', ['read_own']);
    expect((await ask(`requests/${number}.json?api_key=${fresh}`)).status).toBe(200);
    const lacks = await post('requests.json', { ...REQUEST, api_key: fresh });
    expect(lacks.status).toBe(403);
    const types = await house.db.pool.query<{ type: string }>(
      'SELECT type FROM event WHERE stream_id = $1 ORDER BY version',
      [row.id],
    );
    expect(types.rows.map(({ type }) => type)).toEqual(['ApiKeyIssued', 'ApiKeyRevoked']);
  });

  it('answer as often as they were issued for, then say when to come again', async () => {
    const slow = await newKey('slow-app', ['read_public'], 2);
    const statuses = [];
    for (let time = 0; time < 3; time += 1)
      statuses.push((await ask(`requests.json?api_key=${slow}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const last = await ask(`requests.json?api_key=${slow}`);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(3000);
  });

  it('are issued by system admins alone', async () => {
    const clerk: StaffActor = { ...admin, roles: ['clerk'] };
    const refused = await issueApiKey(house, clerk, { client: 'x-app', scopes: ['file'], perHour: 1 });
    expect(refused).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'not_found' } });
  });
});

describe('the contract', () => {
  it('is OpenAPI 3.1, and what is answered keeps to it', async () => {
    const document = contract(PORTAL) as {
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
      >;
      components: { schemas: Record<string, object> };
    };
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'contract', components: document.components });
    const keeps = (path: string, method: string, status: number, body: unknown) => {
      const schema =
        document.paths[path]?.[method]?.responses[String(status)]?.content['application/json']?.schema;
      expect(schema, `${method} ${path} ${status}`).toBeDefined();
      const text = JSON.stringify(schema).replaceAll('#/components', 'contract#/components');
      const check = ajv.compile(JSON.parse(text) as object);
      expect(check(body), JSON.stringify(check.errors)).toBe(true);
    };
    const receipt = await filed({ external_reference: 'contract', 'attribute[openness]': 'open' });
    const number = receipt['service_request_id'];
    keeps('/requests.{format}', 'post', 200, [receipt]);
    const own = `api_key=${key}`;
    keeps('/discovery.{format}', 'get', 200, json(await ask('discovery.json')));
    keeps('/services.{format}', 'get', 200, json(await ask('services.json')));
    keeps('/services/{service_code}.{format}', 'get', 200, json(await ask('services/tax-1.json')));
    keeps('/requests.{format}', 'get', 200, json(await ask(`requests.json?${own}`)));
    keeps('/requests.{format}', 'get', 403, json(await ask('requests.json?api_key=wrong')));
    keeps('/requests/{service_request_id}.{format}', 'get', 200, json(await ask(`requests/${number}.json`)));
    const updates = await ask(`requests/${number}/updates.json?${own}`);
    keeps('/requests/{service_request_id}/updates.{format}', 'get', 200, json(updates));
    keeps('/tokens/{token}.{format}', 'get', 200, json(await ask(`tokens/contract.json?${own}`)));
    expect(Object.keys(document.paths)).toHaveLength(7);
  });
});

describe('complaints of other channels', () => {
  it('are read by nobody through the interface unless they are open', async () => {
    const anyone = { kind: 'complainant', complaintId: '' } as const;
    const matter = { channel: 'portal', complainantKind: 'citizen', title: '门户上反映的事', body: TEXT };
    const contact = { name: '反映人乙', phone: '13900139000' };
    const open = await submitComplaint(house, anyone, { ...matter, ...contact, openness: 'open' });
    const hidden = await submitComplaint(house, anyone, { ...matter, ...contact, openness: 'confidential' });
    if (!open.ok || !hidden.ok) throw new Error('refused');
    expect((await ask(`requests/${open.value.trackingNumber}.json`)).status).toBe(200);
    expect((await ask(`requests/${hidden.value.trackingNumber}.json`)).status).toBe(404);
  });
});
