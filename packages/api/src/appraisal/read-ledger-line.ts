import {
  loadAdjustment,
  loadItem,
  loadSheetById,
  policyVersion,
  readLedgerLines,
  readNames,
  readStream,
  toDomainEvent,
  type DepartmentName,
  type LedgerLine,
  type StoredEvent,
} from '@bihuan/db';
import {
  foldItem,
  visibleFindings,
  type Actor,
  type Adjustment,
  type AppraisalPolicy,
  type CardPolicy,
  type ItemEvent,
  type SheetEventType,
  type ScoringPolicy,
  type SupervisionItem,
} from '@bihuan/domain';
import { z } from 'zod';
import { cardEntries, type CardEntry } from '../card/card-entries.ts';
import type { House } from '../house.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope, seesItem } from '../supervision/item-scope.ts';
import { itemEntries, type ItemEntry } from '../supervision/item-timeline.ts';
import { shownNames } from '../supervision/shown-names.ts';
import { seesSheet } from './sheet-scope.ts';

export type Cause =
  | { readonly of: 'item'; readonly entry: ItemEntry }
  | { readonly of: 'card'; readonly cardId: string; readonly entry: CardEntry }
  | {
      readonly of: 'sheet';
      readonly period: string;
      readonly type: SheetEventType;
      readonly at: string;
      /** Name of who ruled. */
      readonly by: string;
      readonly reason: string;
    }
  | { readonly of: 'hand'; readonly entry: HandEntry };

/** What a line by hand rests on, and both who signed it. */
export type HandEntry = Pick<
  Adjustment,
  'basis' | 'documentNumber' | 'reason' | 'proposedAt' | 'settledAt'
> & {
  readonly proposedBy: string;
  readonly signedBy: string;
};

/** A line of the ledger down to what caused it. */
export type OpenedLine = {
  readonly line: LedgerLine;
  readonly department: DepartmentName | null;
  /** The rules it was counted under, with where they come from. */
  readonly policy: {
    readonly version: string;
    readonly data: ScoringPolicy | CardPolicy | AppraisalPolicy | null;
  };
  /** The event as its item or its card tells it. */
  readonly cause: Cause;
  /** Whether this person may open the item itself. */
  readonly isItemOpen: boolean;
};

const schema = z.object({ lineId: z.uuid() });

/** Opens a line into its event, its arithmetic and the version of the rules. For those who may read the sheet. */
export async function readLedgerLine(house: House, actor: Actor, raw: unknown): Promise<Result<OpenedLine>> {
  const parsed = parseInput(schema, raw);
  const [line] = parsed.ok ? await readLedgerLines(house.db, parsed.value, 1) : [];
  if (line === undefined || !seesSheet(actor, line.departmentId)) return refusal('not_found');
  if (line.sheetId !== null) return openedBySheet(house, actor, line, line.sheetId);
  if (line.adjustmentId !== null) return handLine(house, actor, line, line.adjustmentId);
  if (line.itemId === null) return refusal('not_found');
  const stored = await readStream(house.db, line.itemId);
  const item = foldItem(stored.map((event) => toDomainEvent<ItemEvent>(event)));
  if (item === null) return refusal('not_found');
  const cause = line.cardId
    ? await causeInCard(house, line, line.cardId)
    : await causeInItem(house, actor, line, item, stored);
  const { departments } = await readNames(house.db, [line.departmentId]);
  const data = await policyVersion(house.db, line.cardId ? 'cards' : 'scoring', line.policyVersion);
  const hide = await hiderFor(house, actor, item.complaintIds);
  return done({
    line: hide.matter(line, item.complaintIds),
    department: departments.get(line.departmentId) ?? null,
    policy: { version: line.policyVersion, data },
    cause: hide.work(cause, item.complaintIds),
    isItemOpen: seesItem(actor, item),
  });
}

/** A line that an objection or a correction gave back: its cause is a step of the sheet of the period. */
async function openedBySheet(
  house: House,
  actor: Actor,
  line: LedgerLine,
  sheetId: string,
): Promise<Result<OpenedLine>> {
  const loaded = await loadSheetById(house.db, sheetId);
  const event = loaded?.events[line.eventVersion - 1];
  if (loaded === null || event === undefined || !('correction' in event)) return refusal('not_found');
  const { departments, people } = await readNames(house.db, [line.departmentId], [event.by]);
  const item = line.itemId === null ? null : (await loadItem(house.db, line.itemId))?.state;
  const complaintIds = item?.complaintIds ?? [];
  const hide = await hiderFor(house, actor, complaintIds);
  return done({
    line: hide.matter(line, complaintIds),
    department: departments.get(line.departmentId) ?? null,
    policy: {
      version: line.policyVersion,
      data: await policyVersion(house.db, 'scoring', line.policyVersion),
    },
    cause: hide.work(
      {
        of: 'sheet',
        period: line.period,
        type: event.type,
        at: event.at,
        by: people.get(event.by)?.name ?? '',
        reason: event.reason,
      },
      complaintIds,
    ),
    isItemOpen: item !== null && item !== undefined && seesItem(actor, item),
  });
}

async function handLine(
  house: House,
  actor: Actor,
  line: LedgerLine,
  adjustmentId: string,
): Promise<Result<OpenedLine>> {
  const loaded = await loadAdjustment(house.db, adjustmentId);
  if (loaded === null) return refusal('not_found');
  const { basis, documentNumber, reason, proposedAt, settledAt, proposedById, settledById } = loaded.state;
  const item = line.itemId === null ? null : await loadItem(house.db, line.itemId);
  const complaintIds = item?.state.complaintIds ?? [];
  const { departments, people } = await readNames(
    house.db,
    [line.departmentId],
    [proposedById, ...(settledById === null ? [] : [settledById])],
  );
  const kind = line.account === 'adjustment' ? 'appraisal' : 'scoring';
  const hide = await hiderFor(house, actor, complaintIds);
  return done({
    line: hide.matter(line, complaintIds),
    department: departments.get(line.departmentId) ?? null,
    policy: {
      version: line.policyVersion,
      data: await policyVersion(house.db, kind, line.policyVersion),
    },
    cause: {
      of: 'hand',
      entry: {
        ...{ basis, documentNumber, reason, proposedAt, settledAt },
        proposedBy: people.get(proposedById)?.name ?? '',
        signedBy: settledById === null ? '' : (people.get(settledById)?.name ?? ''),
      },
    },
    isItemOpen: item !== null && seesItem(actor, item.state),
  });
}

async function causeInCard(house: House, line: LedgerLine, cardId: string): Promise<Cause> {
  const entries = await cardEntries(house, await readStream(house.db, cardId));
  return { of: 'card', cardId, entry: entryOf(line, entries) };
}

async function causeInItem(
  house: House,
  actor: Actor,
  line: LedgerLine,
  item: SupervisionItem,
  stored: readonly StoredEvent[],
): Promise<Cause> {
  const visible = visibleFindings(item.findings, actor.kind === 'staff' ? actor.staffId : '');
  const entries = itemEntries(stored, {
    shown: await shownNames(house, item, stored),
    withheldFindingIds: new Set(item.findings.filter((one) => !visible.includes(one)).map(({ id }) => id)),
    isOfDepartment: itemScope(actor).kind === 'department',
  });
  return { of: 'item', entry: entryOf(line, entries) };
}

function entryOf<Entry extends { readonly version: number }>(
  line: LedgerLine,
  entries: readonly Entry[],
): Entry {
  const entry = entries.find(({ version }) => version === line.eventVersion);
  if (entry === undefined) throw new Error(`ledger line ${line.id} has no event`);
  return entry;
}
