import type { Due } from '@bihuan/domain';
import { CAUSE_CLASSES, OPENNESS } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { email, phone } from '../complaint/contact-fields.ts';
import { LIMITS } from '../complaint/matter-schema.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { choice, parseInput, typedNumber, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Failure, type Result } from '../result.ts';
import { admitClient, holds, type Asking, type Client } from './admit-client.ts';
import { askedOf, ATTRIBUTES, readServices } from './read-services.ts';

/** The specification's limit of a description, in characters. */
const DESCRIPTION = 4000;

const degrees = (most: number) =>
  z.preprocess(
    (text) => (text === '' || text === undefined ? null : text),
    typedNumber(-most, most, 'any').nullable(),
  );

/** A request as the specification words it; attributes under their codes. */
const requestSchema = z
  .object({
    service_code: typedText(1, 100),
    description: typedText(10, DESCRIPTION),
    lat: degrees(90).default(null),
    long: degrees(180).default(null),
    address_string: typedText(0, LIMITS.place).default(''),
    address_id: typedText(0, LIMITS.place).default(''),
    email: email.default(''),
    phone: phone.default(''),
    first_name: typedText(0, 25).default(''),
    last_name: typedText(0, 25).default(''),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    /** How the client itself calls this request: the same again makes nothing new. */
    external_reference: typedText(0, 100).default(''),
    idempotency_key: typedText(0, 100).default(''),
    attribute: z
      .object({
        title: typedText(0, LIMITS.title).default(''),
        openness: choice(OPENNESS).optional(),
        cause_class: choice(CAUSE_CLASSES).default('other'),
        department: z.preprocess(
          (id) => (id === '' ? null : id),
          z.uuid('unknown_department').nullable().default(null),
        ),
        tried: typedText(0, LIMITS.tried).default(''),
        wish: typedText(0, LIMITS.wish).default(''),
        enterprise_name: typedText(0, 100).default(''),
        credit_code: typedText(0, 18).default(''),
      })
      .catchall(typedText(0, LIMITS.categoryAnswer))
      .prefault({}),
  })
  .superRefine((request, context) => {
    const isPlaced = (request.lat !== null && request.long !== null) || placeOf(request) !== '';
    if (!isPlaced) context.addIssue({ code: 'custom', path: ['address_string'], message: 'required' });
  });

type Request = z.output<typeof requestSchema>;

export type FiledRequest = {
  readonly trackingNumber: string;
  /** For the person who complained; the client hands it on. */
  readonly queryCode: string;
  readonly triageDue: Due;
  readonly isNew: boolean;
};

/**
 * Files a complaint for a client with the scope `file`, through the same use case as the portal. The same external reference
 * or idempotency key gives the same receipt again; with another text it is refused with `reference_reused`.
 */
export async function fileRequest(house: House, asking: Asking, raw: unknown): Promise<Result<FiledRequest>> {
  if (asking.apiKey === '') return refusal('api_key_unknown');
  const admitted = await admitClient(house, asking);
  if (!admitted.ok) return admitted;
  const client = admitted.value;
  if (client === null || !holds(client, 'file')) return refusal('api_key_without_scope', { scope: 'file' });
  const parsed = parseInput(requestSchema, raw);
  if (!parsed.ok) return parsed;
  const request = parsed.value;
  const service = (await readServices(house)).find(({ code }) => code === request.service_code);
  if (service === undefined) return badInput({ service_code: 'unknown_category' });
  const filedUnder = `${service.code} ${service.name}`;
  const external = { source: client.source, id: referenceOf(house, request) };
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  const { category, questions } = await askedOf(house, service);
  const answers = questions.flatMap(({ code }) => {
    const answer = request.attribute[code];
    return isFixed(code) || answer === undefined ? [] : [[code, answer] as const];
  });
  const matter = {
    ...matterOf(request, filedUnder),
    ...{ chosenCategory: category, answers: Object.fromEntries(answers) },
  };
  const filed = await submitComplaint(house, anyone, matter, external);
  if (!filed.ok) return withWireNames(filed);
  const { trackingNumber, queryCode, triageDue, isNew } = filed.value;
  if (!isNew && !(await isSameText(house, client, external.id, request)))
    return refusal('reference_reused', { number: trackingNumber });
  return done({ trackingNumber, queryCode, triageDue, isNew });
}

function isFixed(code: string): boolean {
  return (ATTRIBUTES as readonly string[]).includes(code);
}

function referenceOf(house: House, { external_reference, idempotency_key }: Request): string {
  if (external_reference !== '') return external_reference;
  return idempotency_key === '' ? house.newId() : idempotency_key;
}

function matterOf(request: Request, reportedCategory: string): Readonly<Record<string, unknown>> {
  const { attribute, description, locale } = request;
  const name = nameOf(request);
  const hasContact = name !== '' && (request.phone !== '' || request.email !== '');
  const openness = attribute.openness ?? (hasContact ? 'confidential' : 'anonymous');
  const { phone: telephone, email: mail } = request;
  // Who wants to stay unknown leaves no name, whatever the client sent along.
  const contact = openness === 'anonymous' ? {} : { name, phone: telephone, email: mail };
  return {
    channel: 'api',
    complainantKind: attribute.enterprise_name === '' ? 'citizen' : 'enterprise',
    openness,
    title: attribute.title === '' ? firstSentence(description) : attribute.title,
    body: description,
    tried: { answer: attribute.tried },
    causeClass: attribute.cause_class,
    wish: attribute.wish,
    place: placeOf(request),
    enterpriseName: attribute.enterprise_name,
    creditCode: attribute.credit_code,
    aboutDepartmentId: attribute.department,
    ...{ ...contact, locale, reportedCategory },
  };
}

/** Family name first and unspaced where names are written so. */
function nameOf({ first_name: given, last_name: family }: Request): string {
  const isHan = /\p{Script=Han}/u.test(family + given);
  return isHan ? family + given : [given, family].filter(Boolean).join(' ');
}

type Placed = Pick<Request, 'address_string' | 'address_id' | 'lat' | 'long'>;

function placeOf({ address_string: address, address_id: id, lat, long }: Placed): string {
  const named = address === '' ? id : address;
  if (lat === null || long === null) return named;
  return named === '' ? `${lat}, ${long}` : `${named} (${lat}, ${long})`;
}

/** What stands before the first full stop or line end, shortened to a title. */
function firstSentence(text: string): string {
  const sentence = text.split(/[。！？!?\n]|\.\s/u, 1)[0] ?? text;
  const letters = [...sentence.trim()];
  return letters.length <= LIMITS.title
    ? letters.join('')
    : `${letters.slice(0, LIMITS.title - 1).join('')}…`;
}

async function isSameText(house: House, { source }: Client, id: string, request: Request): Promise<boolean> {
  const where = { externalSource_externalId: { externalSource: source, externalId: id } };
  const { body } = await house.db.prisma.complaint.findUniqueOrThrow({ where, select: { body: true } });
  return body === request.description;
}

const WIRE_NAMES: Readonly<Record<string, string>> = {
  title: 'attribute.title',
  body: 'description',
  place: 'address_string',
  openness: 'attribute.openness',
  enterpriseName: 'attribute.enterprise_name',
  creditCode: 'attribute.credit_code',
  aboutDepartmentId: 'attribute.department',
  name: 'last_name',
};

/** Fields under the names that the client sent them under. */
function withWireNames(failure: Failure): Failure {
  if (failure.kind !== 'bad_input') return failure;
  const fields = Object.entries(failure.fields).map(
    ([name, code]) => [WIRE_NAMES[name] ?? name.replace(/^answers\./, 'attribute.'), code] as const,
  );
  return badInput(Object.fromEntries(fields));
}
