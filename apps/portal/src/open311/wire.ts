import { z } from 'zod';

// What the interface answers with, as GeoReport v2 names it. https://wiki.open311.org/GeoReport_v2
// The published contract and the test that holds us to it are made from these.

const instant = z.iso.datetime({ offset: true });

export const errorSchema = z.strictObject({ code: z.int(), description: z.string() });

export const serviceSchema = z.strictObject({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
});

export const attributeSchema = z.strictObject({
  variable: z.boolean(),
  code: z.string(),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: z.string().nullable(),
  order: z.int(),
  description: z.string(),
  values: z.array(z.strictObject({ key: z.string(), name: z.string() })).optional(),
});

export const serviceDefinitionSchema = z.strictObject({
  service_code: z.string(),
  attributes: z.array(attributeSchema),
});

export const filedSchema = z.strictObject({
  service_request_id: z.string(),
  service_notice: z.string(),
  account_id: z.null(),
  extended_attributes: z.strictObject({
    query_code: z.string().describe('For the person who complained. Opens the whole case; shown here only.'),
    track_url: z.url(),
    expected_datetime: instant.describe('By when it is decided whether the complaint is accepted.'),
    is_new: z.boolean().describe('False where the same reference or idempotency key came before.'),
  }),
});

export const tokenSchema = z.strictObject({ service_request_id: z.string(), token: z.string() });

export const requestSchema = z.strictObject({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_name: z.string().nullable(),
  service_code: z.string().nullable(),
  description: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: instant,
  updated_datetime: instant,
  expected_datetime: instant.nullable(),
  address: z.string().nullable(),
  address_id: z.null(),
  zipcode: z.null(),
  lat: z.null(),
  long: z.null(),
  media_url: z.null(),
  extended_attributes: z.strictObject({
    state: z.string().describe('The state in our own words; see complaint states.'),
    is_expected_provisional: z
      .boolean()
      .describe('True where the official calendar of that year is not published yet.'),
    title: z.string().nullable(),
    external_reference: z.string().nullable(),
    updates_url: z.url(),
  }),
});

export const updateSchema = z.strictObject({
  update_id: z.string(),
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  updated_datetime: instant,
  description: z.string(),
  extended_attributes: z.strictObject({
    kind: z.string(),
    by: z.enum(['complainant', 'window', 'office', 'department', 'review', 'system']),
    text: z.string().nullable(),
  }),
});

export const discoverySchema = z.strictObject({
  changeset: instant,
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.strictObject({
      specification: z.url(),
      url: z.url(),
      changeset: instant,
      type: z.enum(['production', 'test']),
      formats: z.array(z.string()),
    }),
  ),
});

export type WireError = z.output<typeof errorSchema>;
