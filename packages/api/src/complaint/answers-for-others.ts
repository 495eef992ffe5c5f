import { namedComplaints, readContact } from '@bihuan/db';
import { hidePrivateData, type Complaint, type PublishedAnswer } from '@bihuan/domain';
import type { House } from '../house.ts';
import { hideAll } from '../people/identity/hide-person.ts';

/** The answers of a case as those read them who follow it: without anything that tells who filed it. */
export async function answersForOthers(
  house: House,
  { id, answers }: Pick<Complaint, 'id' | 'answers'>,
): Promise<readonly PublishedAnswer[]> {
  if (answers.length === 0) return [];
  const [contact, named] = await Promise.all([
    readContact(house.db, id, house.keyring),
    namedComplaints(house.db, [id]),
  ]);
  if (named.has(id)) return answers.map((answer) => ({ ...answer, text: hideAll(answer.text) }));
  const known = contact === null ? [] : [contact.name, contact.phone, contact.email];
  return answers.map((answer) => ({ ...answer, text: hidePrivateData(answer.text, known) }));
}
