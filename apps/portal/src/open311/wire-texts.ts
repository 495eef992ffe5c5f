import type { Attribute, CategoryQuestion, FiledRequest, Request, RequestUpdate, Service } from '@bihuan/api';
import { endOf } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { z } from 'zod';
import { timelineSentence } from '../tracking/timeline-sentence.ts';
import { dueWords } from '../words/day-words.ts';
import { localName } from '../words/local-name.ts';
import type { attributeSchema, filedSchema, requestSchema, serviceSchema, updateSchema } from './wire.ts';

/** The specification shows times with their offset; ours are those of Shanghai. */
export function wireMoment(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}

export function wireService(service: Service): z.output<typeof serviceSchema> {
  const name = localName(service);
  const group = service.group === null ? '' : localName(service.group);
  return {
    service_code: service.code,
    service_name: name,
    description: m.interface_service({ group, name }),
    metadata: true,
    type: 'realtime',
    keywords: [group, name].filter(Boolean).join(', '),
    group,
  };
}

export function wireAttribute(attribute: Attribute, index: number): z.output<typeof attributeSchema> {
  const base = { variable: true, code: attribute.code, required: false, order: index + 1 };
  const description = m[`interface_attribute_${attribute.code}`]();
  if ('most' in attribute) {
    const datatype = attribute.most > 100 ? 'text' : 'string';
    return {
      ...base,
      datatype,
      datatype_description: m.interface_at_most({ most: attribute.most }),
      description,
    };
  }
  return {
    ...base,
    datatype: 'singlevaluelist',
    datatype_description: null,
    description,
    values: valuesOf(attribute),
  };
}

const QUESTION_TYPES = {
  text: 'string',
  number: 'number',
  date: 'datetime',
  choice: 'singlevaluelist',
} as const satisfies Record<CategoryQuestion['kind'], string>;

/** A question of a category. None is required of a program, which cannot ask the person again. */
export function wireQuestion(
  { code, kind, choices, ...names }: CategoryQuestion,
  index: number,
): z.output<typeof attributeSchema> {
  return {
    ...{ variable: true, code, required: false, order: index + 1 },
    datatype: QUESTION_TYPES[kind],
    datatype_description: kind === 'date' ? 'YYYY-MM-DD' : null,
    description: localName(names),
    ...(kind === 'choice'
      ? { values: choices.map((choice) => ({ key: choice.value, name: localName(choice) })) }
      : {}),
  };
}

function valuesOf(attribute: Exclude<Attribute, { most: number }>) {
  switch (attribute.code) {
    case 'openness':
      return attribute.choices.map((key) => ({ key, name: m[`openness_${key}`]() }));
    case 'cause_class':
      return attribute.choices.map((key) => ({ key, name: m[`cause_class_${key}`]() }));
    case 'department':
      return attribute.choices.map((department) => ({ key: department.id, name: localName(department) }));
  }
}

export function wireFiled(
  { trackingNumber, queryCode, triageDue, isNew }: FiledRequest,
  portalUrl: string,
  today: string,
): z.output<typeof filedSchema> {
  return {
    service_request_id: trackingNumber,
    service_notice: m.interface_filed({ due: dueWords(triageDue, today) }),
    account_id: null,
    extended_attributes: {
      query_code: queryCode,
      track_url: new URL('/track', portalUrl).href,
      expected_datetime: wireMoment(endOf(triageDue)),
      is_new: isNew,
    },
  };
}

export function wireRequest(request: Request, base: string): z.output<typeof requestSchema> {
  const { whole, category, agency } = request;
  return {
    service_request_id: request.trackingNumber,
    status: request.status,
    status_notes: m[`complaint_status_${request.state}`](),
    service_name: category && localName(category),
    service_code: category && category.code,
    description: whole && whole.description,
    agency_responsible: agency && localName(agency),
    service_notice: null,
    requested_datetime: wireMoment(request.requestedAt),
    updated_datetime: wireMoment(request.updatedAt),
    expected_datetime: request.expectedAt && wireMoment(request.expectedAt),
    address: whole && whole.place !== '' ? whole.place : null,
    ...{ address_id: null, zipcode: null, lat: null, long: null, media_url: null },
    extended_attributes: {
      state: request.state,
      is_expected_provisional: request.isExpectedProvisional,
      title: whole && whole.title,
      external_reference: whole && whole.reference,
      updates_url: `${base}requests/${request.trackingNumber}/updates.json`,
    },
  };
}

export function wireUpdate(
  { ordinal, status, entry, text }: RequestUpdate,
  number: string,
  today: string,
): z.output<typeof updateSchema> {
  return {
    update_id: `${number}-${ordinal}`,
    service_request_id: number,
    status,
    updated_datetime: wireMoment(entry.at),
    description: timelineSentence(entry, today),
    extended_attributes: { kind: entry.kind, by: entry.doer, text: text === '' ? null : text },
  };
}
