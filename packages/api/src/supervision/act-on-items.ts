import { readItemNumbers } from '@bihuan/db';
import { hasRole, type Actor, type Refusal, type Role } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type RefusalCode, type Result } from '../result.ts';
import type { ChangedItem } from './change-item.ts';
import { itemScope } from './item-scope.ts';
import { openVerification } from './open-verification.ts';
import { resumeItem } from './resume-item.ts';
import { signItem } from './sign-item.ts';
import { suspendItem } from './suspend-item.ts';

/** What can be done to several items at once: acts that say the same of each of them. */
export const SHARED_ACTS = ['sign', 'open_verification', 'suspend', 'resume'] as const;
export type SharedAct = (typeof SHARED_ACTS)[number];

type UseCase = (house: House, actor: Actor, raw: unknown) => Promise<Result<ChangedItem>>;

const USE_CASES: Readonly<Record<SharedAct, UseCase>> = {
  sign: signItem,
  open_verification: openVerification,
  suspend: suspendItem,
  resume: resumeItem,
};

const OFFERED: Readonly<Record<SharedAct, readonly Role[]>> = {
  sign: ['department_officer', 'department_head'],
  open_verification: ['triage_admin'],
  suspend: ['leader'],
  resume: ['leader', 'triage_admin'],
};

/** The acts that this person is offered for several items; whether each may be is asked of each. */
export function sharedActsFor(actor: Actor): readonly SharedAct[] {
  return SHARED_ACTS.filter((act) => hasRole(actor, ...OFFERED[act]));
}

export type ActedItem = {
  readonly itemId: string;
  readonly number: string;
  /** Null where it is done. */
  readonly refusal: Refusal<RefusalCode> | null;
};

export type ActedItems = { readonly act: SharedAct; readonly items: readonly ActedItem[] };

const MOST = 100;

const schema = z.looseObject({
  act: choice(SHARED_ACTS),
  /** `id:version` of each, as it was shown. */
  chosen: z
    .array(z.string('malformed').regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'malformed'), 'required')
    .min(1, 'required')
    .max(MOST, 'out_of_range'),
});

/**
 * Gives the same act to each of several items, one after the other, each by its own use case and as of the version that was shown.
 * What one is refused does not keep the others; what is wrong with the act itself is said before anything is done.
 */
export async function actOnItems(house: House, actor: Actor, raw: unknown): Promise<Result<ActedItems>> {
  if (actor.kind !== 'staff' || itemScope(actor).kind === 'none') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { act, chosen, ...fields } = parsed.value;
  if (!sharedActsFor(actor).includes(act)) return badInput({ act: 'not_a_choice' });
  const items: ActedItem[] = [];
  const ids = chosen.map((one) => one.slice(0, 36));
  const numbers = await readItemNumbers(house.db, ids);
  for (const one of new Set(chosen)) {
    const [itemId = '', version = ''] = one.split(':');
    const result = await USE_CASES[act](house, actor, { ...fields, itemId, version });
    // The same fields go to each: what is wrong with them is wrong with the first already.
    if (!result.ok && result.kind === 'bad_input')
      return items.length === 0 ? result : badInput(result.fields);
    // An item that is not for this person has no number here.
    const isHidden = !result.ok && result.refusal.code === 'not_found';
    const number = isHidden ? '' : (numbers.get(itemId) ?? '');
    items.push({ itemId, number, refusal: result.ok ? null : result.refusal });
  }
  return done({ act, items });
}
