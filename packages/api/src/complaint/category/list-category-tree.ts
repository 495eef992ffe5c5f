import type { QuestionChoice, QuestionKind } from '@bihuan/db';
import {
  categoryState,
  hasRole,
  lineAbove,
  localDateOf,
  type Actor,
  type CategoryState,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { categoryRows, type CategoryRow } from './category-rows.ts';

export type TreeQuestion = {
  readonly code: string;
  readonly category: string;
  readonly position: number;
  readonly kind: QuestionKind;
  readonly name: string;
  readonly nameEn: string;
  readonly choices: readonly QuestionChoice[];
  readonly isRequired: boolean;
  readonly isActive: boolean;
};

export type TreeCategory = CategoryRow & {
  /** 0 for a top one. */
  readonly depth: number;
  readonly state: CategoryState;
  /** Complaints filed or classified under it. */
  readonly complaints: number;
  readonly questions: readonly TreeQuestion[];
};

/** The catalogue as a tree, parents before children, closed ones included. For system admins, triage and auditors. */
export async function listCategoryTree(house: House, actor: Actor): Promise<Result<readonly TreeCategory[]>> {
  if (!(['system_admin', 'triage_admin', 'auditor'] as const).some((role) => hasRole(actor, role)))
    return refusal('not_found');
  const today = localDateOf(house.now());
  const [rows, questions, counts] = await Promise.all([
    categoryRows(house),
    house.db.prisma.categoryQuestion.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] }),
    house.db.prisma.complaint.groupBy({ by: ['category'], _count: { _all: true } }),
  ]);
  const used = new Map(counts.map(({ category, _count }) => [category, _count._all]));
  const asked = questions.map(({ kind, choices, ...question }) => ({
    ...question,
    kind: kind as QuestionKind,
    choices: choices as unknown as readonly QuestionChoice[],
  }));
  const below = (parent: string | null): readonly CategoryRow[] =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row, ...below(row.code)]);
  return done(
    below(null).map((row) => ({
      ...row,
      depth: lineAbove(rows, row.code).length - 1,
      state: categoryState(row, today),
      complaints: used.get(row.code) ?? 0,
      questions: asked.filter(({ category }) => category === row.code),
    })),
  );
}
