import type { Limits } from '../words/input-sentence.ts';

/** The fields of the filing form in their order on the page, with their limits in characters. Source: the matter's schema. */
export const FILING_FIELDS = {
  complainantKind: {},
  enterpriseName: { most: 100 },
  creditCode: { most: 18 },
  title: { least: 2, most: 60 },
  body: { least: 10, most: 5000 },
  causeClass: {},
  aboutDepartmentId: {},
  place: { most: 100 },
  wish: { most: 500 },
  'tried.desk': { most: 100 },
  'tried.step': { most: 200 },
  'tried.when': { most: 60 },
  'tried.trips': {},
  'tried.answer': { most: 500 },
  openness: {},
  name: { most: 50 },
  phone: { most: 30 },
  email: { most: 254 },
} as const satisfies Record<string, Limits>;

export type FilingField = keyof typeof FILING_FIELDS;

export const FILING_FIELD_NAMES = Object.keys(FILING_FIELDS) as readonly FilingField[];

/** What stands in the form, as typed. */
export type TypedFiling = Readonly<Record<FilingField, string>> & { readonly once: string };
