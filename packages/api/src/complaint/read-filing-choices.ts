import type { QuestionChoice, QuestionKind } from '@bihuan/db';
import type { House } from '../house.ts';
import { remember } from '../remember.ts';
import { listCategories, type CategoryChoice } from './list-categories.ts';

type Named = { readonly name: string; readonly nameEn: string };

export type CategoryQuestion = Named & {
  readonly code: string;
  readonly category: string;
  readonly kind: QuestionKind;
  readonly choices: readonly QuestionChoice[];
  readonly isRequired: boolean;
};

/** What a person who files may choose from today: nothing secret in it. */
export type FilingChoices = {
  /** Departments that may be complained about. */
  readonly departments: readonly (Named & { readonly id: string })[];
  readonly categories: readonly CategoryChoice[];
  readonly questions: readonly CategoryQuestion[];
  readonly serviceItems: readonly (Named & { readonly code: string; readonly category: string })[];
  readonly places: readonly (Named & { readonly code: string; readonly kind: string })[];
};

/** The catalogue may be this old, in milliseconds. */
const FRESH = 30_000;

export function readFilingChoices(house: House): Promise<FilingChoices> {
  return remember(house, 'filing choices', FRESH, () => readNow(house));
}

async function readNow(house: House): Promise<FilingChoices> {
  const { prisma } = house.db;
  const [isActive, inOrder] = [{ isActive: true }, [{ position: 'asc' }, { code: 'asc' }] as const];
  const orderBy = [...inOrder];
  const [departments, categories, questions, serviceItems, places] = await Promise.all([
    prisma.department.findMany({
      where: { kind: 'department', activeTo: null },
      select: { id: true, name: true, nameEn: true },
      orderBy: { code: 'asc' },
    }),
    listCategories(house),
    prisma.categoryQuestion.findMany({ where: isActive, orderBy }),
    prisma.serviceItem.findMany({ where: isActive, orderBy }),
    prisma.zonePlace.findMany({ where: isActive, orderBy }),
  ]);
  return {
    ...{ departments, categories, serviceItems, places },
    questions: questions.map(({ kind, choices, ...question }) => ({
      ...question,
      kind: kind as QuestionKind,
      choices: choices as unknown as readonly QuestionChoice[],
    })),
  };
}
