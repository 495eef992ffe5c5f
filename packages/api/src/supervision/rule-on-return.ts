import { isPrecedent } from '@bihuan/db';
import { RULINGS, type Actor, type PrecedentRef } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, MOST_COUNT, parseInput, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';
import { offerPrecedents } from './precedent/offer-precedents.ts';

const schema = z.object({
  ...itemRef,
  ruling: choice(RULINGS),
  text: statement,
  /** `itemId:version` of an earlier ruling; empty where none is cited. */
  precedent: z.string('malformed').max(60, 'malformed').default(''),
  /** Why it is ruled otherwise than the precedent, or why none of those offered fits. */
  departure: typedText(0, 500).default(''),
});

/**
 * Rules on a return: reassign, uphold, or reject, in which case the department signs after all. Where earlier rulings are
 * like it, the ruling follows one of them, or says why it departs from it or why none fits.
 */
export async function ruleOnReturn(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, precedent, departure, ...data } = parsed.value;
  const cited = precedent === '' ? null : precedentRef(precedent);
  const isKnown = cited === null || (cited.itemId !== itemId && (await isPrecedent(house.db, cited)));
  if (!isKnown || (precedent !== '' && cited === null)) return badInput({ precedent: 'not_a_choice' });
  if (cited === null && departure === '') {
    const offered = await offerPrecedents(house, actor, itemId);
    if (offered.length > 0) return badInput({ departure: 'required' });
  }
  const considered = { precedent: cited, departure };
  return changeItem(house, actor, { itemId, version }, { type: 'rule_on_return', ...data, ...considered });
}

function precedentRef(text: string): PrecedentRef | null {
  const [itemId = '', version = ''] = text.split(':');
  if (!z.uuid().safeParse(itemId).success || !/^\d{1,9}$/.test(version)) return null;
  return Number(version) <= MOST_COUNT ? { itemId, version: Number(version) } : null;
}
