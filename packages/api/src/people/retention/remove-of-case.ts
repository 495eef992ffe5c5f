import {
  countRemoved,
  forgetBounce,
  isNamedInTexts,
  messagesAbout,
  readContact,
  removeContact,
  removeMessageTexts,
  saveChange,
  type Contact,
  type EndedComplaint,
  type RemovedThing,
  type Statement,
} from '@bihuan/db';
import { localDateOf, SYSTEM } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { Work } from '../../work.ts';

/** What of one case is to be removed. */
export type DueOfCase = { readonly contact: boolean; readonly messages: boolean; readonly traces: boolean };

export type RemovedOfCase = Readonly<Partial<Record<RemovedThing, number>>>;

/**
 * Removes of a case what is due, with the tombstone and the counts, in one transaction. Nothing where somebody was first: the
 * next day decides anew.
 */
export async function removeOfCase(
  house: House,
  { id, version, hasContact }: EndedComplaint,
  due: DueOfCase,
  rulesVersion: string,
): Promise<RemovedOfCase> {
  const at = house.now();
  const messages = due.messages ? await messagesAbout(house.db, id) : [];
  const traces = due.traces ? await house.db.prisma.ratingTrace.count({ where: { complaintId: id } }) : 0;
  const isContactDue = due.contact && hasContact;
  const removed: RemovedOfCase = {
    ...(isContactDue ? { contacts: 1 } : {}),
    ...(messages.length > 0 ? { messages: messages.length } : {}),
    ...(traces > 0 ? { rating_traces: traces } : {}),
  };
  const counted = Object.entries(removed) as [RemovedThing, number][];
  const statements: Statement[] = [
    ...removeMessageTexts(messages, house.keyring, at),
    ...(traces > 0 ? [removeTraces(id)] : []),
    ...counted.map(([what, count]) => countRemoved({ day: localDateOf(at), what, rulesVersion, count })),
  ];
  if (!isContactDue) {
    const saved = await saveChange(house.db, { statements });
    return saved.ok ? removed : {};
  }
  const work = new Work(house, SYSTEM);
  const seen = await work.complaint(id, version);
  const ended = seen.ok ? await work.commandComplaint(id, { type: 'remove_contact', rulesVersion }) : seen;
  if (!ended.ok) return {};
  const contact = await openedContact(house, id);
  const isNamed = contact === 'unreadable' || (await isNamedInTexts(house.db, id, wordsOf(contact)));
  const saved = await work.save([...removeContact(id, { at, rulesVersion, isNamed }), ...statements]);
  if (!saved.ok) return {};
  if (contact !== 'unreadable') await forgetAddresses(house, contact);
  return removed;
}

/** Under a key that is lost nobody reads it any more; it is removed all the same. */
async function openedContact(house: House, id: string): Promise<Contact | null | 'unreadable'> {
  try {
    return await readContact(house.db, id, house.keyring);
  } catch {
    return 'unreadable';
  }
}

function wordsOf(contact: Contact | null): readonly string[] {
  if (contact === null) return [];
  const { name, phone, email, representative } = contact;
  return [name, phone, email, representative?.name ?? '', representative?.phone ?? '']
    .map((word) => word.trim())
    .filter((word) => word.length > 1);
}

/** That an address is dead is known by its hash, which would still find the person. */
async function forgetAddresses({ db, keyring }: House, contact: Contact | null): Promise<void> {
  if (contact === null) return;
  const { phone, email, representative } = contact;
  if (email !== '') await forgetBounce(db, 'email', email, keyring);
  for (const number of [phone, representative?.phone ?? ''])
    if (number !== '') await forgetBounce(db, 'sms', number, keyring);
}

function removeTraces(complaintId: string): Statement {
  return {
    name: 'remove-rating-traces',
    text: 'DELETE FROM rating_trace WHERE complaint_id = $1',
    values: [complaintId],
  };
}
