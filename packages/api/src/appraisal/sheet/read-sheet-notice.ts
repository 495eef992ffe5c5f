import { loadSheet, readSnapshot, type LedgerLine } from '@bihuan/db';
import {
  ACCOUNTS,
  hasRole,
  localDateOf,
  type Account,
  type Actor,
  type Instant,
  type LocalDate,
  type SheetObjection,
  type SheetStatus,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { complaintsOfItems } from '../../people/identity/complaints-of-items.ts';
import { hiderFor } from '../../people/identity/hide-person.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type InputCode, type Result } from '../../result.ts';
import { seesSheet } from '../sheet-scope.ts';
import { sheetRef } from './change-sheet.ts';
import { departmentLines } from './department-lines.ts';
import { isFrozenSheet, lateLines } from './read-period-sheet.ts';

/** What a department's sheet says about itself: how final it is, and what became of objections to it. */
export type SheetNotice = {
  readonly status: SheetStatus;
  readonly edition: number;
  readonly objectUntil: LocalDate;
  readonly publishedAt: Instant | null;
  /** Whether this person may object now. */
  readonly mayObject: boolean;
  readonly objections: readonly SheetObjection[];
  readonly restatements: readonly {
    readonly edition: number;
    readonly at: Instant;
    readonly reason: string;
  }[];
  /** Lines of the department that came after it was frozen, and are not in it. */
  readonly lateLines: number;
};

const schema = z.object({
  period: sheetRef.period,
  departmentId: z.uuid('unknown_department' satisfies InputCode),
});

/** How final the sheet of a department is; null where none was opened for the period. */
export async function readSheetNotice(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<SheetNotice | null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period, departmentId } = parsed.value;
  if (!seesSheet(actor, departmentId)) return refusal('not_found');
  const loaded = await loadSheet(house.db, period);
  if (loaded === null) return done(null);
  const { state } = loaded;
  const snapshot = isFrozenSheet(state) ? await readSnapshot(house.db, state.id, state.edition) : null;
  const late = snapshot === null ? [] : await lateLines(house, period, snapshot);
  return done({
    status: state.status,
    edition: state.edition,
    objectUntil: state.objectUntil,
    publishedAt: 'publishedAt' in state ? state.publishedAt : null,
    mayObject:
      state.status === 'provisional' &&
      hasRole(actor, 'department_head') &&
      actor.departmentId === departmentId &&
      localDateOf(house.now()) <= state.objectUntil,
    objections: state.objections.filter((one) => one.departmentId === departmentId),
    restatements:
      'restatements' in state
        ? state.restatements.map(({ edition, signedAt: at, reason }) => ({ edition, at, reason }))
        : [],
    lateLines: late.filter((line) => line.departmentId === departmentId).length,
  });
}

/** What a head may object to: lines that cost points, and accounts. */
export type Objectionable = {
  readonly departmentId: string;
  readonly objectUntil: LocalDate;
  readonly lines: readonly LedgerLine[];
  readonly accounts: readonly Account[];
};

/** What the head of a department may still object to in its provisional sheet; `not_found` for everybody else. */
export async function readObjectionable(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Objectionable>> {
  const parsed = parseInput(z.object({ period: sheetRef.period }), raw);
  if (!parsed.ok || actor.kind !== 'staff') return refusal('not_found');
  const { period } = parsed.value;
  const { departmentId } = actor;
  const notice = await readSheetNotice(house, actor, { period, departmentId });
  if (!notice.ok || notice.value?.mayObject !== true) return refusal('not_found');
  const { objectUntil, objections } = notice.value;
  const lines = await departmentLines(house, departmentId, period);
  const givenBack = new Set(lines.map(({ reversalOf }) => reversalOf));
  const objected = new Set(objections.map(({ line, account }) => line?.lineId ?? account));
  const open = lines.filter(
    ({ id, centipoints }) => centipoints < 0 && !givenBack.has(id) && !objected.has(id),
  );
  const itemIds = open.flatMap(({ itemId }) => (itemId === null ? [] : [{ id: itemId }]));
  const ofItem = await complaintsOfItems(house, itemIds);
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  return done({
    ...{ departmentId, objectUntil },
    lines: open.map((line) => hide.matter(line, ofItem.get(line.itemId ?? '') ?? [])),
    accounts: ACCOUNTS.filter((account) => !objected.has(account)),
  });
}
