import { readLineAtIssue } from '@bihuan/db';
import { ACCOUNTS, localDateOf, type Account, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { badInput, done, type InputCode, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';

const schema = z.object({
  period: sheetRef.period,
  departmentId: z.uuid('unknown_department' satisfies InputCode),
  /** A line of the ledger, or the name of an account. */
  about: z.union(
    [z.uuid('not_a_choice' satisfies InputCode), choice(ACCOUNTS)],
    'required' satisfies InputCode,
  ),
  grounds: statement,
});

/** The head of a department objects to a line or an account of its own provisional sheet, in time. */
export async function objectToSheet(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period, departmentId, about, grounds } = parsed.value;
  const isAccount = (ACCOUNTS as readonly string[]).includes(about);
  return changeSheet(house, actor, { period }, async () => {
    const line = isAccount ? null : await readLineAtIssue(house.db, period, about, localDateOf(house.now()));
    if (!isAccount && line === null) return badInput({ about: 'not_a_choice' });
    const account = line?.account ?? (about as Account);
    const objectionId = house.newId();
    return done({ command: { type: 'object', objectionId, departmentId, account, line, grounds } });
  });
}
