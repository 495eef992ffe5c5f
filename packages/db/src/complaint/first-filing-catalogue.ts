import type { Database } from '../database.ts';
import { FIRST_QUESTION_ROWS } from './first-questions.ts';
import { FIRST_SERVICE_ITEM_ROWS } from './first-service-items.ts';

export type QuestionChoice = { readonly value: string; readonly name: string; readonly nameEn: string };

export type FirstQuestion = {
  readonly code: string;
  readonly category: string;
  readonly position: number;
  readonly kind: QuestionKind;
  readonly name: string;
  readonly nameEn: string;
  readonly choices: readonly QuestionChoice[];
  readonly isRequired: boolean;
};

export type QuestionKind = 'text' | 'choice' | 'date' | 'number';

/** What the categories ask at first; an office changes it afterwards. Codes: `tax-q1`. */
export const FIRST_QUESTIONS: readonly FirstQuestion[] = Object.entries(FIRST_QUESTION_ROWS).flatMap(
  ([category, rows]) =>
    rows.map(({ kind, name, nameEn, choices = [], isRequired = false }, index) => ({
      ...{ code: `${category}-q${index + 1}`, category, position: index + 1, kind, name, nameEn, isRequired },
      choices: choices.map(([value, choiceName, choiceNameEn]) => ({
        value,
        name: choiceName,
        nameEn: choiceNameEn,
      })),
    })),
);

/** The service items people get stuck with most, by category. Codes: `tax-s1`. */
export const FIRST_SERVICE_ITEMS = Object.entries(FIRST_SERVICE_ITEM_ROWS).flatMap(([category, rows]) =>
  rows.map(([name, nameEn], index) => ({
    ...{ code: `${category}-s${index + 1}`, category, name, nameEn, position: index + 1 },
  })),
);

const HALLS = [
  ['政务服务大厅', 'Government service hall'],
  ['办税服务厅', 'Tax service hall'],
  ['人力资源和社会保障服务大厅', 'Labour and social insurance hall'],
  ['不动产登记大厅', 'Real estate registration hall'],
  ['企业服务中心', 'Enterprise service centre'],
] as const;

const PARCELS = [
  ['软件园片区', 'Software park'],
  ['生物医药园片区', 'Biomedical park'],
  ['智能制造园片区', 'Smart manufacturing park'],
  ['综合保税区', 'Bonded zone'],
  ['居住配套片区', 'Residential quarter'],
] as const;

/** Service halls and parcels to begin with; an office puts its own in their place. */
export const FIRST_PLACES = [
  ...HALLS.map(([name, nameEn], index) => ({
    ...{ code: `hall-${index + 1}`, kind: 'hall', name, nameEn, position: index + 1 },
  })),
  ...PARCELS.map(([name, nameEn], index) => ({
    ...{ code: `parcel-${index + 1}`, kind: 'parcel', name, nameEn, position: 100 + index },
  })),
];

/** Adds what is not there yet; what an office changed stays as it is. */
export async function loadFirstFilingCatalogue({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  const questions = FIRST_QUESTIONS.map(({ choices, ...rest }) => ({ ...rest, choices: [...choices] }));
  await prisma.categoryQuestion.createMany({ data: questions, skipDuplicates: true });
  await prisma.serviceItem.createMany({ data: FIRST_SERVICE_ITEMS, skipDuplicates: true });
  await prisma.zonePlace.createMany({ data: FIRST_PLACES, skipDuplicates: true });
}
