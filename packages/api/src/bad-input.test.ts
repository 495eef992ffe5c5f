import process from 'node:process';
import type { Actor, Role } from '@bihuan/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './index.ts';
import { castPeople, type Cast } from './supervision/testing/cast.ts';
import { anAssignedItem } from './supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from './testing/test-house.ts';

let house: TestHouse;
let cast: Cast;
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  known = await anAssignedItem(house, cast);
});
afterAll(() => house.drop());

type UseCase = (house: TestHouse, asking: unknown, raw: unknown) => Promise<unknown>;

/** These ask in the name of a client, not of a person. */
const BY_CLIENTS = ['fileRequest', 'listRequests', 'sendResults'];
const CLIENT = { apiKey: '', address: '127.0.0.1' };

/** Whatever takes what came from outside, by its name; a use case added later is tried as well. */
const EXPORTED: readonly (readonly [string, unknown])[] = Object.entries(api);
const USE_CASES = EXPORTED.filter(
  (entry): entry is readonly [string, UseCase] =>
    typeof entry[1] === 'function' && entry[1].length === 3 && /parseInput/.test(String(entry[1])),
);

const ODD_TEXTS = [
  ...['\u0000', 'a\u0000b', '\u202eabc\u202c', '\u2066甲\u2069', '\u200b', '\ufeff甲', '\ud800', '\udc00乙'],
  ...[
    '𠮷野家㐂龘',
    '👨‍👩‍👧‍👦👍🏽',
    'e\u0301',
    '\u0085\u2028\u2029',
    '',
    ' ',
    '\r\n',
    "'; DROP TABLE event;--",
    '<b>&amp;',
  ],
  ...[
    '=1+1',
    '%_\\',
    '__proto__',
    '９９',
    'NaN',
    '1e999',
    '-1',
    '0x10',
    '2026-02-30',
    '9999-12-31',
    '0001-01-01',
  ],
  ...['true', 'null', '[object Object]', 'BH-000000-000000-0', '00000000-0000-0000-0000-000000000000'],
  ...['好'.repeat(10_000), 'a'.repeat(10_000), '👍'.repeat(2000), '& | ! ( ) :*'],
];

const FIELDS = [
  ...[
    'complaintId',
    'itemId',
    'accessId',
    'departmentId',
    'leadDepartmentId',
    'inspectorId',
    'measureId',
    'lineId',
    'inspectionId',
    'findingId',
    'indicatorId',
    'resultId',
  ],
  ...[
    'version',
    'reason',
    'text',
    'notice',
    'question',
    'title',
    'body',
    'wish',
    'place',
    'tried',
    'name',
    'phone',
  ],
  ...[
    'email',
    'openness',
    'channel',
    'complainantKind',
    'causeClass',
    'enterpriseName',
    'creditCode',
    'once',
    'locale',
  ],
  ...[
    'aboutDepartmentId',
    'category',
    'complexity',
    'outcome',
    'contacted',
    'solved',
    'satisfaction',
    'note',
    'level',
  ],
  ...[
    'comment',
    'survivor',
    'number',
    'code',
    'competentBody',
    'problem',
    'basis',
    'importance',
    'measures',
    'source',
  ],
  ...[
    'cooperatingDepartmentIds',
    'workingDays',
    'percent',
    'obstacles',
    'nextStep',
    'evidence',
    'claim',
    'ruling',
  ],
  ...[
    'part',
    'isResolved',
    'isFalseRequest',
    'visit',
    'reviewOn',
    'focus',
    'plan',
    'brief',
    'to',
    'legalBasis',
    'fields',
  ],
  ...[
    'untilOn',
    'status',
    'order',
    'after',
    'size',
    'overdue',
    'period',
    'from',
    'login',
    'roles',
    'password',
    'nameEn',
  ],
  ...[
    'theme',
    'departmentIds',
    'categories',
    'memberIds',
    'inspectorIds',
    'fromOn',
    'toOn',
    'foundOn',
    'severity',
    'situation',
  ],
];

const GOOD = [
  'walk_in',
  'portal',
  'citizen',
  'confidential',
  'open',
  'solved',
  'valid',
  'true',
  'A',
  'uphold',
  'ordinary',
];

function oddValue(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ODD_TEXTS) },
    { weight: 2, arbitrary: fc.constantFrom(...GOOD, '社保转移材料反复补正，窗口每次要求补的都不一样。') },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(known)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constant(Array.from({ length: 20_000 }, () => '')) },
    { weight: 2, arbitrary: fc.anything() },
  );
}

/** An object with some of the fields that use cases know, each as wrong as can be; or nothing like it. */
function oddInput(): fc.Arbitrary<unknown> {
  const fields = fc.uniqueArray(fc.constantFrom(...FIELDS), { maxLength: 30 });
  const object = fields.chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, oddValue()]))),
  );
  const aimed = fc.record({ rest: object, one: fc.constantFrom(...FIELDS), odd: oddValue() });
  return fc.oneof(
    { weight: 6, arbitrary: aimed.map(({ rest, one, odd }) => ({ ...known, ...rest, [one]: odd })) },
    { weight: 1, arbitrary: fc.anything() },
  );
}

/** `FUZZ=20` tries twenty times as many, others than the usual ones. */
const TIMES = Number(process.env['FUZZ'] ?? 1);

const ROLES: readonly Role[] = ['clerk', 'triage_admin', 'leader', 'system_admin', 'custodian'];

it(
  'answers every odd input with a field and its code, a refusal or a result, and never with a fault',
  { timeout: 240_000 * TIMES },
  async () => {
    expect(USE_CASES.length).toBeGreaterThan(50);
    const office: Actor = { ...cast.triage, roles: ROLES };
    const people: readonly Actor[] = [
      office,
      cast.officer,
      cast.inspector,
      { kind: 'complainant', complaintId: known['complaintId'] ?? '' },
    ];
    const faults: string[] = [];
    for (const [name, useCase] of USE_CASES) {
      const sample = fc.sample(oddInput(), { numRuns: 8 * TIMES, seed: 20261125 + TIMES });
      for (const [index, raw] of sample.entries()) {
        const actor = people[index % people.length] ?? office;
        try {
          const result = (await useCase(house, BY_CLIENTS.includes(name) ? CLIENT : actor, raw)) as {
            ok?: unknown;
            kind?: string;
            fields?: object;
          };
          if (typeof result.ok !== 'boolean') faults.push(`${name}: no result`);
          if (result.kind === 'bad_input' && Object.keys(result.fields ?? {}).length === 0)
            faults.push(`${name}: no field named`);
        } catch (fault) {
          faults.push(`${name}: ${String(fault).slice(0, 300)} for ${JSON.stringify(raw)?.slice(0, 300)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  },
);

it('refuses each odd character in the text of a complaint by its field, and keeps rare ones', async () => {
  const matter = {
    ...{
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'confidential',
      name: '甲乙',
      phone: '13800138000',
    },
    title: '社保转移材料反复补正',
  };
  const anyone: Actor = { kind: 'complainant', complaintId: '' };
  const fieldsOf = async (body: string) => {
    const result = await api.submitComplaint(house, anyone, { ...matter, body });
    return result.ok
      ? result.value.complaintId
      : result.kind === 'bad_input'
        ? result.fields
        : result.refusal;
  };
  const text = '材料交了三次，窗口每次要求补的都不一样';
  for (const odd of ['\u0000', '\u202e', '\u2066', '\u200e', '\u0085', '\ud800', '\ufffe'])
    expect(await fieldsOf(`${text}${odd}`)).toEqual({ body: 'control_characters' });
  expect(await fieldsOf('好'.repeat(10_000))).toEqual({ body: 'too_long' });
  const rare = `𠮷野家㐂龘👨‍👩‍👧‍👦${text}`;
  const id = String(await fieldsOf(rare));
  expect((await house.db.prisma.complaint.findUniqueOrThrow({ where: { id } })).body).toBe(rare);
});

it('keeps no mark that turns text around anywhere', async () => {
  const { rows } = await house.db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const marked: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await house.db.pool.query(
      `SELECT FROM "${name}" row WHERE row::text ~ '[\u202a-\u202e\u2066-\u2069]' LIMIT 1`,
    );
    if (rowCount !== 0) marked.push(name);
  }
  expect(marked).toEqual([]);
});

it('makes one complaint of a thousand posts of one form at once', { timeout: 240_000 }, async () => {
  const form = {
    ...{
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'confidential',
      name: '甲乙',
      phone: '13800138001',
    },
    title: '同一张表单提交一千次',
    body: '网络不好，连按了很多次提交按钮，应当只有一件诉求。',
    once: 'one-form',
  };
  const anyone: Actor = { kind: 'complainant', complaintId: '' };
  const receipts = await Promise.all(
    Array.from({ length: 1000 }, () => api.submitComplaint(house, anyone, form)),
  );
  const shown = receipts.map((receipt) =>
    receipt.ok ? `${receipt.value.trackingNumber} ${receipt.value.queryCode}` : 'refused',
  );
  expect(new Set(shown).size).toBe(1);
  expect(shown[0]).not.toBe('refused');
  expect(receipts.filter((receipt) => receipt.ok && receipt.value.isNew)).toHaveLength(1);
  expect(await house.db.prisma.complaint.count({ where: { title: form.title } })).toBe(1);
});

it('signs nobody in by odd credentials, and does not break', async () => {
  for (const login of ODD_TEXTS) {
    const from = {
      address: `odd-${ODD_TEXTS.indexOf(login)}`,
      userAgent: '\u0000',
      pause: () => Promise.resolve(),
    };
    expect((await api.signIn(house, { login, password: login }, from)).ok).toBe(false);
  }
});
