import { findComplaints, findItems, type FoundBefore, type FoundComplaint, type FoundItem } from '@bihuan/db';
import { parseTrackingNumber, type Actor, type StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { itemScope } from '../supervision/item-scope.ts';
import { complaintScope } from './complaint-scope.ts';

export const MOST_FOUND = 20;

const schema = z.object({
  text: typedText(0, 100),
  /** The `next` of the page before. */
  after: z.string('malformed').max(200, 'malformed').default(''),
});

export type Found = {
  readonly complaints: readonly FoundComplaint[];
  readonly items: readonly FoundItem[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
};

/** Whatever this person may see under a number or under words, the newest first, a page of 20 of a kind. */
export async function searchEverything(house: House, actor: Actor, raw: unknown): Promise<Result<Found>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { text, after } = parsed.value;
  const [complaintsAfter, itemsAfter] = cursorsOf(after);
  const number = parseTrackingNumber(text, house.numberPrefix);
  const asked = { text, trackingNumber: number.ok ? number.number : null };
  const scope = itemScope(actor);
  const participantId = scope.kind === 'department' ? scope.departmentId : null;
  const [complaints, items] = await Promise.all([
    complaintsAfter === END
      ? []
      : findComplaints(house.db, asked, complaintScope(actor), MOST_FOUND + 1, complaintsAfter),
    scope.kind === 'none' || itemsAfter === END
      ? []
      : findItems(house.db, text, participantId, MOST_FOUND + 1, itemsAfter),
  ]);
  return done(await shown(house, actor, complaints, items));
}

const END = 'end';
type Cursor = FoundBefore | typeof END | null;

/** The cursors of complaints and items; what was tampered with begins at the first page. */
function cursorsOf(after: string): readonly [Cursor, Cursor] {
  const parts = after.split('~');
  const cursor = (at = '', id = ''): Cursor => {
    if (at === END) return END;
    const isWhole = z.iso.datetime({ precision: 3 }).safeParse(at).success && z.uuid().safeParse(id).success;
    return isWhole ? { at, id } : null;
  };
  return [cursor(parts[0], parts[1]), cursor(parts[2], parts[3])];
}

async function shown(
  house: House,
  actor: StaffActor,
  foundComplaints: readonly FoundComplaint[],
  foundItems: readonly FoundItem[],
): Promise<Found> {
  const [complaints, items] = [foundComplaints.slice(0, MOST_FOUND), foundItems.slice(0, MOST_FOUND)];
  const hasMore = [foundComplaints.length > MOST_FOUND, foundItems.length > MOST_FOUND] as const;
  const lastComplaint = hasMore[0] ? complaints.at(-1) : undefined;
  const lastItem = hasMore[1] ? items.at(-1) : undefined;
  const next = [
    lastComplaint === undefined ? `${END}~` : `${lastComplaint.submittedAt}~${lastComplaint.id}`,
    lastItem === undefined ? `${END}~` : `${lastItem.proposedAt}~${lastItem.id}`,
  ].join('~');
  const ofItem = await complaintsOfItems(house, items);
  const ids = [...complaints.map(({ id }) => id), ...[...ofItem.values()].flat()];
  const hide = await hiderFor(house, actor, ids);
  return {
    complaints: complaints.map((one) => hide.matter(one, [one.id])),
    items: items.map((one) => hide.matter(one, ofItem.get(one.id) ?? [])),
    next: hasMore.includes(true) ? next : null,
  };
}
