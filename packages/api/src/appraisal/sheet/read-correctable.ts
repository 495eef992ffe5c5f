import type { LedgerLine } from '@bihuan/db';
import { isLawfulSheetCommand, mayCommandSheet, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { sheetFor, sheetRef } from './change-sheet.ts';
import { departmentLines } from './department-lines.ts';

/** The lines of a department that may be given back in a frozen period. */
export type Correctable = {
  readonly version: number;
  readonly departments: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
  /** Null until one is chosen. */
  readonly departmentId: string | null;
  readonly lines: readonly LedgerLine[];
};

const schema = z.object({ period: sheetRef.period, departmentId: z.uuid().optional() });

/** What whoever corrects lines of a frozen period may choose from; `not_found` for everybody else. */
export async function readCorrectable(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Correctable>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !mayCommandSheet(actor, 'correct_line')) return refusal('not_found');
  const { period, departmentId = null } = parsed.value;
  const loaded = await sheetFor(house, actor, { period });
  if (!loaded.ok || !isLawfulSheetCommand(loaded.value.state.status, 'correct_line'))
    return refusal('not_found');
  const rows = await house.db.prisma.department.findMany({
    where: { kind: 'department' },
    orderBy: { code: 'asc' },
    select: { id: true, name: true, nameEn: true },
  });
  const lines = departmentId === null ? [] : await departmentLines(house, departmentId, period);
  const givenBack = new Set(lines.map(({ reversalOf }) => reversalOf));
  return done({
    version: loaded.value.head.version,
    departments: rows,
    departmentId,
    lines: lines.filter(({ id, reversalOf }) => reversalOf === null && !givenBack.has(id)),
  });
}
