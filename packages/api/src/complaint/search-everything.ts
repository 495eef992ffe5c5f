import { findComplaints, findItems, type FoundComplaint, type FoundItem } from '@bihuan/db';
import { parseTrackingNumber, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { itemScope } from '../supervision/item-scope.ts';
import { complaintScope } from './complaint-scope.ts';

export const MOST_FOUND = 20;

const schema = z.object({ text: typedText(0, 100) });

export type Found = { readonly complaints: readonly FoundComplaint[]; readonly items: readonly FoundItem[] };

/** Whatever this person may see under a number or under words, the newest first, at most 20 of a kind. */
export async function searchEverything(house: House, actor: Actor, raw: unknown): Promise<Result<Found>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { text } = parsed.value;
  const number = parseTrackingNumber(text, house.numberPrefix);
  const asked = { text, trackingNumber: number.ok ? number.number : null };
  const scope = itemScope(actor);
  const participantId = scope.kind === 'department' ? scope.departmentId : null;
  const [complaints, items] = await Promise.all([
    findComplaints(house.db, asked, complaintScope(actor), MOST_FOUND),
    scope.kind === 'none' ? [] : findItems(house.db, text, participantId, MOST_FOUND),
  ]);
  const ofItem = await complaintsOfItems(house, items);
  const ids = [...complaints.map(({ id }) => id), ...[...ofItem.values()].flat()];
  const hide = await hiderFor(house, actor, ids);
  return done({
    complaints: complaints.map((one) => hide.matter(one, [one.id])),
    items: items.map((one) => hide.matter(one, ofItem.get(one.id) ?? [])),
  });
}
