import { readContact } from '@bihuan/db';
import { hidePrivateData, type Complaint, type PublishedAnswer } from '@bihuan/domain';
import type { House } from '../house.ts';

/** The answers of a case as those read them who follow it: without anything that tells who filed it. */
export async function answersForOthers(
  house: House,
  { id, answers }: Pick<Complaint, 'id' | 'answers'>,
): Promise<readonly PublishedAnswer[]> {
  if (answers.length === 0) return [];
  const contact = await readContact(house.db, id, house.keyring);
  const known = contact === null ? [] : [contact.name, contact.phone, contact.email];
  return answers.map((answer) => ({ ...answer, text: hidePrivateData(answer.text, known) }));
}
