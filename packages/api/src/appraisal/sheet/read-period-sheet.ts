import {
  readLedgerLines,
  readNames,
  readPeriodLines,
  readSnapshot,
  sheetHash,
  type LedgerLine,
  type SheetSnapshot,
} from '@bihuan/db';
import {
  decideSheet,
  diffSheets,
  FROZEN_STATUSES,
  isLawfulSheetCommand,
  mayCommandSheet,
  SHEET_COMMANDS,
  undecidedLast,
  type Actor,
  type DepartmentDiff,
  type Instant,
  type Refusal,
  type SheetCommandType,
  type SheetEvent,
  type SheetEventType,
  type SheetLife,
  type SheetObjection,
  type SheetRefusal,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { complaintsOfItems } from '../../people/identity/complaints-of-items.ts';
import { hiderFor } from '../../people/identity/hide-person.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { periodById } from '../periods.ts';
import { sheetContext, sheetFor, sheetRef } from './change-sheet.ts';
import { partakersOf } from './rule-on-objection.ts';
import { seesAllObjections, seesObjectionsOf } from './sheet-reader.ts';
import { takeSnapshot } from './take-snapshot.ts';

type Named = { readonly id: string; readonly name: string; readonly nameEn: string };

export type ObjectionView = Omit<SheetObjection, 'madeBy' | 'ruling'> & {
  readonly department: Named | null;
  readonly madeBy: string;
  /** The line objected to, as the ledger tells it; null where an account is. */
  readonly entry: LedgerLine | null;
  readonly ruling: (Omit<NonNullable<SheetObjection['ruling']>, 'by'> & { readonly by: string }) | null;
  /** Whether this person may rule on it now, and what stands against it; null where it is not for them at all. */
  readonly mayRule: { readonly refusal: Refusal<SheetRefusal> | null } | null;
};

/** One thing that this person may do, and what stands against it now. */
export type SheetAction = { readonly type: SheetCommandType; readonly refusal: Refusal<SheetRefusal> | null };

export type SheetEntry = {
  readonly type: SheetEventType;
  readonly at: Instant;
  readonly by: string;
  readonly department: Named | null;
  readonly text: string;
  readonly edition: number | null;
};

export type PeriodSheetView = {
  readonly period: { readonly id: string; readonly firstDay: string; readonly lastDay: string };
  readonly sheet: SheetLife;
  readonly version: number;
  readonly snapshot: SheetSnapshot;
  readonly objections: readonly ObjectionView[];
  readonly actions: readonly SheetAction[];
  readonly entries: readonly SheetEntry[];
  /** How the sheet would differ if it were published or restated now; for the offices. */
  readonly drift: readonly DepartmentDiff[];
  /** Departments that are last without a ruling, as the ledger gives it now. */
  readonly undecidedLast: number;
  /** Whether the snapshot still is what the chain says. */
  readonly isIntact: boolean;
};

const schema = z.object({ period: sheetRef.period });

/** The sheet of a period: its state, objections, what may be done, its history. A department sees its own objections alone. */
export async function readPeriodSheet(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<PeriodSheetView>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period: id } = parsed.value;
  const loaded = await sheetFor(house, actor, { period: id });
  if (!loaded.ok) return loaded;
  const { state, head, events } = loaded.value;
  const known = await periodById(house, id);
  const snapshot = await readSnapshot(house.db, state.id, state.edition);
  if (known === null || snapshot === null)
    throw new Error(`the sheet of ${id} has no edition ${state.edition}`);
  const now = seesAllObjections(actor) ? await takeSnapshot(house, id) : snapshot;
  const objections = await objectionsOf(house, actor, state);
  const seen = objections.map((one) => one.id);
  return done({
    period: { id, firstDay: known.firstDay, lastDay: known.lastDay },
    sheet: {
      ...state,
      objections: state.objections.filter((one) => seen.includes(one.id)),
      lastPlaces: seesAllObjections(actor) ? state.lastPlaces : [],
    },
    version: head.version,
    snapshot,
    objections,
    actions: await weigh(house, actor, state, now),
    undecidedLast: undecidedLast(now.sheet.departments),
    entries: await entriesOf(house, actor, events),
    drift: diffSheets(snapshotForDiff(snapshot), snapshotForDiff(now)),
    isIntact: sheetHash(snapshot) === state.contentHash,
  });
}

/** A snapshot as two of them are compared. */
export function snapshotForDiff({ sheet, lines }: SheetSnapshot) {
  return { departments: sheet.departments, lines };
}

/** The commands of this person that the state knows, each with what stands against it. */
async function weigh(
  house: House,
  actor: Actor,
  state: SheetLife,
  now: SheetSnapshot,
): Promise<readonly SheetAction[]> {
  const contentHash = sheetHash(now);
  const undecided = undecidedLast(now.sheet.departments);
  const context = await sheetContext(house, actor);
  const commands = [
    { type: 'close_objections' },
    { type: 'publish', contentHash, undecided },
    { type: 'freeze', contentHash, undecided },
    { type: 'propose_restatement', reason: '', contentHash, undecided },
    { type: 'drop_restatement', reason: '' },
    { type: 'sign_restatement', contentHash },
  ] as const;
  return SHEET_COMMANDS.filter((type) => !type.endsWith('_last_place'))
    .filter((type) => mayCommandSheet(actor, type) && isLawfulSheetCommand(state.status, type))
    .map((type) => {
      const command = commands.find((one) => one.type === type);
      const decision = command && decideSheet(state, command, context);
      return { type, refusal: decision?.ok === false ? decision.refusal : null };
    });
}

async function objectionsOf(house: House, actor: Actor, state: SheetLife): Promise<readonly ObjectionView[]> {
  const seen = state.objections.filter(({ departmentId }) => seesObjectionsOf(actor, departmentId));
  const { departments, people } = await namesOf(house, seen);
  const nameOf = (staffId: string) => people.get(staffId)?.name ?? '';
  const entries = (
    await Promise.all(
      seen.map(async ({ line }) => (line ? readLedgerLines(house.db, { lineId: line.lineId }, 1) : [])),
    )
  ).map(([entry = null]) => entry);
  const itemIds = entries.flatMap((entry) => (entry?.itemId ? [{ id: entry.itemId }] : []));
  const ofItem = await complaintsOfItems(house, itemIds);
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  return Promise.all(
    seen.map(async (objection, index) => {
      const entry = entries[index] ?? null;
      const { ruling } = objection;
      return {
        ...objection,
        department: namedOf(departments, objection.departmentId),
        madeBy: nameOf(objection.madeBy),
        entry: entry && hide.matter(entry, ofItem.get(entry.itemId ?? '') ?? []),
        ruling: ruling && { ...ruling, by: nameOf(ruling.by) },
        mayRule: await mayRule(house, actor, state, objection),
      };
    }),
  );
}

async function mayRule(
  house: House,
  actor: Actor,
  state: SheetLife,
  { id, ruling }: SheetObjection,
): Promise<ObjectionView['mayRule']> {
  if (ruling !== null || state.status !== 'provisional' || !mayCommandSheet(actor, 'dismiss')) return null;
  const context = await sheetContext(house, actor, await partakersOf(house, state, id));
  const decision = decideSheet(state, { type: 'dismiss', objectionId: id, reason: '' }, context);
  return { refusal: decision.ok ? null : decision.refusal };
}

async function entriesOf(
  house: House,
  actor: Actor,
  events: readonly SheetEvent[],
): Promise<readonly SheetEntry[]> {
  const ofObjection = new Map(
    events.flatMap((event) =>
      event.type === 'SheetObjected' ? [[event.objectionId, event.departmentId] as const] : [],
    ),
  );
  const departmentOf = (event: SheetEvent): string | null => {
    if ('objectionId' in event) return ofObjection.get(event.objectionId) ?? null;
    if (event.type === 'SheetLineCorrected') return event.correction.departmentId;
    return null;
  };
  const seen = events.filter((event) => {
    if (event.type.startsWith('LastPlace')) return seesAllObjections(actor);
    const departmentId = departmentOf(event);
    return departmentId === null || seesObjectionsOf(actor, departmentId);
  });
  const { departments, people } = await namesOf(house, seen);
  return seen.map((event) => ({
    type: event.type,
    at: event.at,
    by: people.get(event.by)?.name ?? '',
    department: namedOf(departments, departmentOf(event) ?? ''),
    text: 'reason' in event ? event.reason : 'grounds' in event ? event.grounds : '',
    edition: 'edition' in event ? event.edition : null,
  }));
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** The names behind every id that is mentioned. */
function namesOf(house: House, mentioned: unknown) {
  const ids = [...new Set(JSON.stringify(mentioned).match(UUID) ?? [])];
  return readNames(house.db, ids, ids);
}

function namedOf(
  departments: ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>,
  id: string,
): Named | null {
  const department = departments.get(id);
  return department ? { id, name: department.name, nameEn: department.nameEn } : null;
}

/** Whether a sheet keeps what is entered from now on out of it. */
export function isFrozenSheet({ status }: SheetLife): boolean {
  return FROZEN_STATUSES.includes(status);
}

/** The lines of the period that a frozen sheet has not. */
export async function lateLines(house: House, period: string, snapshot: SheetSnapshot) {
  const known = new Set(snapshot.lines.map(({ id }) => id));
  return (await readPeriodLines(house.db, period)).filter(({ id }) => !known.has(id));
}
