import { namedComplaints, openContacts } from '@bihuan/db';
import { HIDDEN, hidePrivateData, type Actor } from '@bihuan/domain';
import { isBehindFirewall } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';

/** Takes out of what is shown whatever tells who the complainant is. */
export type PersonHider = {
  /** For what complainants wrote: private data of every kind, and the person's own. */
  matter<Value>(value: Value, complaintIds: readonly string[]): Value;
  /** For what departments wrote themselves: only the person's own. */
  work<Value>(value: Value, complaintIds: readonly string[]): Value;
};

const NOTHING_HIDDEN: PersonHider = { matter: (value) => value, work: (value) => value };

/** Keys under which text stands that somebody typed. */
const TYPED: ReadonlySet<string> = new Set([
  ...['title', 'body', 'wish', 'place', 'desk', 'step', 'when', 'answer', 'problem', 'basis'],
  ...['text', 'reason', 'comment', 'note', 'question', 'notice', 'legalBasis', 'evidence', 'claim'],
  ...['obstacles', 'nextStep', 'focus', 'plan', 'itemProblem', 'brief', 'reportedCategory', 'competentBody'],
]);

/** Hides the persons behind these complaints from everybody behind the firewall; nothing is hidden from the others. */
export async function hiderFor(
  house: House,
  actor: Actor,
  complaintIds: readonly string[],
): Promise<PersonHider> {
  if (!isBehindFirewall(actor)) return NOTHING_HIDDEN;
  const ids = [...new Set(complaintIds)];
  const [named, words] = await Promise.all([namedComplaints(house.db, ids), wordsOf(house, ids)]);
  const known = (of: readonly string[]) => of.flatMap((id) => words.get(id) ?? []);
  const hide =
    (hideIn: (text: string, words: readonly string[]) => string): PersonHider['matter'] =>
    (value, of) =>
      mapTyped(value, of.some((id) => named.has(id)) ? hideAll : (text) => hideIn(text, known(of)));
  return { matter: hide(hidePrivateData), work: hide(hideWords) };
}

/** By complaint: whatever names the person and who speaks for them; for a confidential or anonymous case also the enterprise. */
async function wordsOf(
  house: House,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [contacts, rows] = await Promise.all([
    openContacts(house.db, ids, house.keyring),
    house.db.prisma.complaint.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, openness: true, enterpriseName: true, creditCode: true },
    }),
  ]);
  return new Map(
    rows.map(({ id, openness, enterpriseName, creditCode }) => {
      const contact = contacts.get(id);
      const { representative } = contact ?? {};
      const words = [
        ...(contact === undefined ? [] : [contact.name, contact.phone, contact.email]),
        ...(representative ? [representative.name, representative.phone] : []),
        ...(openness === 'open' ? [] : [enterpriseName, creditCode]),
      ];
      return [id, words.map((word) => word.trim()).filter((word) => word.length > 1)];
    }),
  );
}

/** Where the words that tell of somebody are removed, nobody can tell any more which to hide. */
export function hideAll(text: string): string {
  return text.trim() === '' ? text : HIDDEN;
}

function hideWords(text: string, words: readonly string[]): string {
  return words.reduce((shown, word) => shown.replaceAll(word, HIDDEN), text);
}

function mapTyped<Value>(value: Value, hide: (text: string) => string, key = ''): Value {
  if (typeof value === 'string') return (TYPED.has(key) ? hide(value) : value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTyped(one, hide, key)) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const entries = Object.entries(value).map(([name, part]) => [name, mapTyped(part as unknown, hide, name)]);
  return Object.fromEntries(entries) as Value;
}
