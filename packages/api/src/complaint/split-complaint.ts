import { createHash } from 'node:crypto';
import {
  insertComplaint,
  insertContact,
  isComplaintInScope,
  readContact,
  readMatterToSplit,
  searchWords,
  type MatterToSplit,
  type Statement,
} from '@bihuan/db';
import {
  foldComplaint,
  hidePrivateData,
  localDateOf,
  submitPart,
  trackingNumber,
  type Actor,
  type Complaint,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { eventActor, retrying, Work } from '../work.ts';
import type { ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';
import { complaintScope } from './complaint-scope.ts';

const schema = z.object({
  ...complaintRef,
  parts: z
    .array(z.object({ title: typedText(4, 100), body: typedText(4, 5000) }), 'required')
    .min(2, 'required')
    .max(6, 'out_of_range'),
  reason: typedText(2, 500),
});

type Input = z.output<typeof schema>;

/** A complaint that was split: what it has become, and its parts. */
export type SplitInto = ComplaintAfter & { readonly partIds: readonly string[] };

/**
 * Splits a complaint into parts (拆分), each a complaint with a number and a clock of its own, for the same person. They are
 * opened with the query code of the whole, which shows them all. Everything is written in one transaction.
 */
export async function splitComplaint(house: House, actor: Actor, raw: unknown): Promise<Result<SplitInto>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  if (!(await isComplaintInScope(house.db, complaintId, complaintScope(actor)))) return refusal('not_found');
  return retrying(() => split(house, actor, parsed.value));
}

async function split(
  house: House,
  actor: Actor,
  { complaintId, version, parts, reason }: Input,
): Promise<Result<SplitInto>> {
  const work = new Work(house, actor);
  const whole = await work.complaint(complaintId, version);
  if (!whole.ok) return whole;
  const numbers = parts.map(() => newNumber(house)).toSorted();
  const named = numbers.map((number) => ({ id: house.newId(), trackingNumber: number }));
  const ended = await work.commandComplaint(complaintId, { type: 'split', parts: named, reason });
  if (!ended.ok) return ended;
  const matter = await readMatterToSplit(house.db, complaintId);
  if (matter === null) return refusal('not_found');
  if (matter.followers > 0) return refusal('others_follow');
  const statements: Statement[] = [];
  for (const [index, part] of named.entries())
    statements.push(
      ...(await filePart(house, actor, whole.value, matter, {
        ...part,
        title: parts[index]?.title ?? '',
        body: parts[index]?.body ?? '',
      })),
    );
  const saved = await work.save(statements);
  if (!saved.ok) return saved;
  const { trackingNumber: number, status } = ended.value;
  return done({ complaintId, trackingNumber: number, status, partIds: named.map(({ id }) => id) });
}

type NewPart = { id: string; trackingNumber: string; title: string; body: string };

async function filePart(
  house: House,
  actor: Actor,
  whole: Complaint,
  { codeHash, followers: _, ...matter }: MatterToSplit,
  { id, trackingNumber: number, title, body }: NewPart,
): Promise<readonly Statement[]> {
  const [calendar, deadlines, contact] = await Promise.all([
    calendarOf(house),
    deadlinesOf(house, whole.deadlineVersion),
    readContact(house.db, whole.id, house.keyring),
  ]);
  const matterHash = createHash('sha256')
    .update(JSON.stringify([title, body, matter]))
    .digest('hex');
  const event = submitPart(
    whole,
    { type: 'submit_part', id, trackingNumber: number, matterHash },
    { now: house.now(), calendar, deadlines },
  );
  const state = foldComplaint([event]) as Complaint;
  const person = contact === null ? [] : [contact.name, contact.phone, contact.email];
  const filed = insertComplaint(state, [event], eventActor(actor), {
    ...matter,
    ...{ title, body, codeHash, onceHash: null, externalSource: null, externalId: null },
    categoryAnswers: [],
    searchWords: searchWords(hidePrivateData(`${title} ${body}`, person)),
  });
  return contact === null ? filed : [...filed, insertContact(id, contact, house.keyring)];
}

function newNumber(house: House): string {
  const date = localDateOf(house.now());
  return trackingNumber({ prefix: house.numberPrefix, date, random: house.randomBytes(6) });
}
