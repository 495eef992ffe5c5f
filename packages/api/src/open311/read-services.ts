import { CAUSE_CLASSES, OPENNESS, type CauseClass, type Openness } from '@bihuan/domain';
import type { House } from '../house.ts';
import { listCategories, type CategoryChoice } from '../complaint/list-categories.ts';
import { LIMITS } from '../complaint/matter-schema.ts';
import {
  readFilingChoices,
  type CategoryQuestion,
  type FilingChoices,
} from '../complaint/read-filing-choices.ts';
import { remember } from '../remember.ts';
import { done, refusal, type Result } from '../result.ts';

/** A category that a complaint may be filed under, with the one above it. */
export type Service = CategoryChoice & { readonly group: CategoryChoice | null };

/** Questions that every complaint answers through the interface, in their order. */
export const ATTRIBUTES = [
  'title',
  'openness',
  'cause_class',
  'department',
  'tried',
  'wish',
  'enterprise_name',
  'credit_code',
] as const;

export type AttributeCode = (typeof ATTRIBUTES)[number];

/** What may be chosen or typed; which words stand for a choice is the app's. */
export type Attribute =
  | { readonly code: 'openness'; readonly choices: readonly Openness[] }
  | { readonly code: 'cause_class'; readonly choices: readonly CauseClass[] }
  | { readonly code: 'department'; readonly choices: FilingChoices['departments'] }
  | {
      readonly code: Exclude<AttributeCode, 'openness' | 'cause_class' | 'department'>;
      /** Longest text, in characters. */
      readonly most: number;
    };

/** The catalogue may be this old, in milliseconds. */
const CATALOGUE = 10_000;

/** The categories that complaints are filed under: those without others below them. */
export function readServices(house: House): Promise<readonly Service[]> {
  return remember(house, 'open311 services', CATALOGUE, () => leavesOf(house));
}

async function leavesOf(house: House): Promise<readonly Service[]> {
  const all = await listCategories(house);
  const byCode = new Map(all.map((category) => [category.code, category]));
  const parents = new Set(all.map(({ parent }) => parent));
  return all
    .filter(({ code }) => !parents.has(code))
    .map((category) => ({ ...category, group: byCode.get(category.parent ?? '') ?? null }));
}

/** One category with what is asked of a complaint filed under it; `not_found` where there is none. */
export async function readService(
  house: House,
  code: string,
): Promise<
  Result<{
    readonly service: Service;
    readonly attributes: readonly Attribute[];
    readonly questions: readonly CategoryQuestion[];
  }>
> {
  const service = (await readServices(house)).find((one) => one.code === code);
  if (service === undefined) return refusal('not_found');
  const { departments } = await readFilingChoices(house);
  const attributes = ATTRIBUTES.map((one) => attribute(one, departments));
  return done({ service, attributes, questions: (await askedOf(house, service)).questions });
}

/** What is asked beside the matter of a complaint of this service: the questions of its category, or of the one above. */
export async function askedOf(
  house: House,
  { code, group }: Service,
): Promise<{ readonly category: string; readonly questions: readonly CategoryQuestion[] }> {
  const { questions } = await readFilingChoices(house);
  const of = (category: string) => questions.filter((question) => question.category === category);
  const category = group === null || of(code).length > 0 ? code : group.code;
  return { category, questions: of(category) };
}

function attribute(code: AttributeCode, departments: FilingChoices['departments']): Attribute {
  switch (code) {
    case 'openness':
      return { code, choices: OPENNESS };
    case 'cause_class':
      return { code, choices: CAUSE_CLASSES };
    case 'department':
      return { code, choices: departments };
    case 'title':
      return { code, most: LIMITS.title };
    case 'tried':
      return { code, most: LIMITS.tried };
    case 'wish':
      return { code, most: LIMITS.wish };
    case 'enterprise_name':
      return { code, most: 100 };
    case 'credit_code':
      return { code, most: 18 };
  }
}
