import {
  isComplaintInScope,
  readLineageThings,
  readNames,
  stepsFrom,
  stepsTo,
  type DepartmentName,
  type LineageRecord,
} from '@bihuan/db';
import {
  hasRole,
  LINEAGE_KINDS,
  type Actor,
  type LineageKind,
  type LineageRef,
  type LineageStep,
} from '@bihuan/domain';
import { z } from 'zod';
import { seesSheet } from '../appraisal/sheet-scope.ts';
import { visibleStatuses } from '../bulletin/bulletin-scope.ts';
import { NOTICED } from '../card/card-scope.ts';
import { complaintScope } from '../complaint/complaint-scope.ts';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from '../supervision/item-scope.ts';

/** Of what a bulletin or a rule change rests on, so many are shown. */
export const MOST_CASES = 40;

/** Where a case came from: a channel or platform, one of the six sources, or a special inspection. */
export type LineageClue = { readonly kind: 'clue'; readonly id: string } & (
  | { readonly of: 'complaint'; readonly channel: string; readonly externalSource: string | null }
  | {
      readonly of: 'item';
      readonly source: string;
      readonly inspectionId: string | null;
      readonly inspectionNumber: string | null;
    }
);

export type LineageThing =
  | Exclude<LineageRecord, { kind: 'verification' }>
  | Omit<Verification, 'staffId' | 'isBlind'>;
type Verification = Extract<LineageRecord, { kind: 'verification' }>;

export type Lineage = {
  readonly root: LineageRef;
  readonly things: readonly (LineageThing | LineageClue)[];
  readonly steps: readonly LineageStep[];
  readonly departments: readonly DepartmentName[];
};

const schema = z.object({
  kind: choice(LINEAGE_KINDS).exclude(['clue'], 'not_a_choice'),
  id: z.uuid('malformed'),
});

/**
 * Where a thing came from and what came of it: clue → complaint → item → measure → verification → line of the ledger →
 * bulletin → change of a rule, both ways. Shows only what this person may see anyway; of a case that is not theirs nothing.
 */
export async function readLineage(house: House, actor: Actor, raw: unknown): Promise<Result<Lineage>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || actor.kind !== 'staff') return refusal('not_found');
  const root: LineageRef = parsed.value;
  const [forth, back] = await Promise.all([stepsFrom(house.db, root), stepsTo(house.db, root, MOST_CASES)]);
  const steps = [...back, ...forth];
  const ids = new Set([root.id, ...steps.flatMap(({ from, to }) => [from.id, to.id])]);
  const records = await readLineageThings(house.db, [...ids]);
  const seen: LineageRecord[] = [];
  const isSeen = await seenBy(house, actor, records);
  for (const record of records) if (isSeen(record)) seen.push(record);
  if (!seen.some(({ kind, id }) => kind === root.kind && id === root.id)) return refusal('not_found');
  const keys = new Set(seen.map(keyOf));
  const clues = seen.flatMap((record) => cluesOf(record, steps));
  const shown = await hidden(house, actor, seen);
  const { departments } = await readNames(
    house.db,
    seen.flatMap((record) => ('departmentId' in record ? [record.departmentId] : [])),
  );
  return done({
    root,
    things: [...clues, ...shown],
    steps: [
      ...clues.map((clue): LineageStep => ({
        from: { kind: 'clue', id: clue.id },
        to: { kind: clue.of, id: clue.id },
      })),
      ...steps.filter(({ from, to }) => keys.has(keyOf(from)) && keys.has(keyOf(to))),
    ],
    departments: [...departments.values()],
  });
}

function keyOf({ kind, id }: { readonly kind: LineageKind; readonly id: string }): string {
  return `${kind} ${id}`;
}

/** A complaint came through a channel; an item without a complaint came from a source. */
function cluesOf(record: LineageRecord, steps: readonly LineageStep[]): readonly LineageClue[] {
  const { id } = record;
  if (record.kind === 'complaint') {
    const isPart = steps.some(({ from, to }) => to.id === id && from.kind === 'complaint');
    const { channel, externalSource } = record;
    return isPart ? [] : [{ kind: 'clue', id, of: 'complaint', channel, externalSource }];
  }
  if (record.kind !== 'item') return [];
  const { source, inspectionId, inspectionNumber } = record;
  if (inspectionId === null && source === 'complaint') return [];
  return [{ kind: 'clue', id, of: 'item', source, inspectionId, inspectionNumber }];
}

/** What this person may see, by the rules of each page; a department only what is its own. */
async function seenBy(house: House, actor: Actor & { kind: 'staff' }, records: readonly LineageRecord[]) {
  const scope = complaintScope(actor);
  const complaints = new Set<string>();
  for (const { kind, id } of records)
    if (kind === 'complaint' && (scope.isAll || (await isComplaintInScope(house.db, id, scope))))
      complaints.add(id);
  const ofItems = itemScope(actor);
  const own = ofItems.kind === 'department' ? ofItems.departmentId : null;
  const items = new Map(
    records.flatMap((record) => (record.kind === 'item' ? [[record.id, record] as const] : [])),
  );
  const seesItems = (id: string | null) =>
    ofItems.kind === 'all' ||
    (own !== null && id !== null && (items.get(id)?.departmentIds.includes(own) ?? false));
  const leads = (itemId: string) => items.get(itemId)?.leadDepartmentId === own;
  return (record: LineageRecord): boolean => {
    switch (record.kind) {
      case 'complaint':
        return complaints.has(record.id);
      case 'item':
        return seesItems(record.id);
      case 'measure':
        if (own === null) return seesItems(record.itemId);
        return record.departmentId === own || (seesItems(record.itemId) && leads(record.itemId));
      case 'verification':
        if (record.isBlind && record.staffId !== actor.staffId) return false;
        // What a complainant said on the phone is kept from departments.
        if (own !== null && record.findingKind === 'callback') return false;
        return seesItems(record.itemId);
      case 'card':
        if (own === null) return seesItems(record.itemId);
        return record.departmentId === own && NOTICED.includes(record.status);
      case 'line':
        return seesSheet(actor, record.departmentId);
      case 'bulletin':
        return visibleStatuses(actor, record.bulletinKind).includes(record.status);
      case 'rule_change':
        return hasRole(actor, 'triage_admin', 'leader', 'auditor');
    }
  };
}

/** The same with whatever tells who the complainant is taken out, and without the names of who verified. */
async function hidden(
  house: House,
  actor: Actor,
  records: readonly LineageRecord[],
): Promise<readonly LineageThing[]> {
  const itemIds = records.flatMap((record) =>
    record.kind === 'item'
      ? [record.id]
      : 'itemId' in record && record.itemId !== null
        ? [record.itemId]
        : [],
  );
  const ofItem = await complaintsOfItems(
    house,
    [...new Set(itemIds)].map((id) => ({ id })),
  );
  const complaintIds = records.flatMap(({ kind, id }) => (kind === 'complaint' ? [id] : []));
  const hide = await hiderFor(house, actor, [...complaintIds, ...[...ofItem.values()].flat()]);
  return records.map((record) => {
    if (record.kind === 'verification') {
      const { staffId: _, isBlind: __, ...finding } = record;
      return finding;
    }
    if (record.kind === 'complaint') return hide.matter(record, [record.id]);
    if (record.kind === 'item') return hide.matter(record, ofItem.get(record.id) ?? []);
    if (record.kind === 'measure') return hide.work(record, ofItem.get(record.itemId) ?? []);
    return record;
  });
}
