import {
  policyVersion,
  readLedgerLines,
  readNames,
  readStream,
  toDomainEvent,
  type DepartmentName,
  type LedgerLine,
} from '@bihuan/db';
import { foldItem, visibleFindings, type Actor, type ItemEvent, type ScoringPolicy } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope, seesItem } from '../supervision/item-scope.ts';
import { itemEntries, type ItemEntry } from '../supervision/item-timeline.ts';
import { shownNames } from '../supervision/shown-names.ts';
import { seesSheet } from './sheet-scope.ts';

/** A line of the ledger down to what caused it. */
export type OpenedLine = {
  readonly line: LedgerLine;
  readonly department: DepartmentName | null;
  /** The rules it was counted under, with where they come from. */
  readonly policy: { readonly version: string; readonly data: ScoringPolicy | null };
  /** The event as its item tells it. */
  readonly cause: ItemEntry;
  /** Whether this person may open the item itself. */
  readonly isItemOpen: boolean;
};

const schema = z.object({ lineId: z.uuid() });

/** Opens a line into its event, its arithmetic and the version of the rules. For those who may read the sheet. */
export async function readLedgerLine(house: House, actor: Actor, raw: unknown): Promise<Result<OpenedLine>> {
  const parsed = parseInput(schema, raw);
  const [line] = parsed.ok ? await readLedgerLines(house.db, parsed.value, 1) : [];
  if (line === undefined || !seesSheet(actor, line.departmentId)) return refusal('not_found');
  const stored = await readStream(house.db, line.itemId);
  const item = foldItem(stored.map((event) => toDomainEvent<ItemEvent>(event)));
  if (item === null) return refusal('not_found');
  const visible = visibleFindings(item.findings, actor.kind === 'staff' ? actor.staffId : '');
  const entries = itemEntries(stored, {
    shown: await shownNames(house, item, stored),
    withheldFindingIds: new Set(item.findings.filter((one) => !visible.includes(one)).map(({ id }) => id)),
    isOfDepartment: itemScope(actor).kind === 'department',
  });
  const cause = entries.find(({ version }) => version === line.eventVersion);
  if (cause === undefined) throw new Error(`ledger line ${line.id} has no event`);
  const { departments } = await readNames(house.db, [line.departmentId]);
  const data = await policyVersion(house.db, 'scoring', line.policyVersion);
  return done({
    line,
    department: departments.get(line.departmentId) ?? null,
    policy: { version: line.policyVersion, data },
    cause,
    isItemOpen: seesItem(actor, item),
  });
}
