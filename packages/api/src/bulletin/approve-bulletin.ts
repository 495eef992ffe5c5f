import { bulletinHash, numbersGiven } from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';

const schema = z.object(bulletinRef);

/** A second person approves (签发) what another wrote: it gets the next number of the year, and its content is fixed by a hash. */
export async function approveBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeBulletin(house, actor, parsed.value, async (state) => {
    const prefix = `${state.form.numberWord}〔${localDateOf(house.now()).slice(0, 4)}〕`;
    const nth = (await numbersGiven(house.db, state.kind, prefix)) + 1;
    const number = `${prefix}${nth}号`;
    return done({ type: 'approve', number, contentHash: bulletinHash(state, number) });
  });
}
