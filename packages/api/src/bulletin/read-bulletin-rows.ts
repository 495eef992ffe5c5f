import { figureValue, FIGURES, type Actor, type Figure, type FigureKey, type RowRef } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { seesUnpublished } from './bulletin-scope.ts';
import { bulletinFor } from './change-bulletin.ts';
import { bulletinIdOf } from './read-bulletin.ts';

export type BulletinRows = {
  readonly key: FigureKey;
  readonly value: number;
  readonly departmentName: string | null;
  readonly rows: readonly RowRef[];
};

const schema = z.object({
  ref: z.string().max(40),
  key: choice(FIGURES),
  departmentId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
});

/** What was counted for one figure, row by row, as it was when it was counted. For who works on bulletins. */
export async function readBulletinRows(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<BulletinRows>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !seesUnpublished(actor)) return refusal('not_found');
  const { ref, key, departmentId } = parsed.value;
  const bulletinId = await bulletinIdOf(house, ref);
  const loaded = bulletinId === null ? null : await bulletinFor(house, actor, { bulletinId });
  if (!loaded?.ok || loaded.value.state.snapshot.of !== 'month') return refusal('not_found');
  const { snapshot } = loaded.value.state;
  const department =
    departmentId === undefined ? null : snapshot.departments.find((one) => one.departmentId === departmentId);
  if (department === undefined) return refusal('not_found');
  const figures: readonly Figure[] = department?.figures ?? snapshot.figures;
  return done({
    key,
    value: figureValue(figures, key),
    departmentName: department?.name ?? null,
    rows: figures.find((figure) => figure.key === key)?.rows ?? [],
  });
}
