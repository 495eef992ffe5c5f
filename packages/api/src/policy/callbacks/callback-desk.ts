import { randomBytes } from 'node:crypto';
import {
  addDays,
  ALWAYS_CALLED,
  callbackPolicyFault,
  hasRole,
  type Actor,
  type RoleHolder,
} from '@bihuan/domain';
import { z } from 'zod';
import { choice, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import type { PolicyDesk } from '../drafting/policy-desk.ts';
import { callbackPolicyOn } from '../rules-in-force.ts';

const LEAST_SEED = 8;
const percent = typedNumber(0, 100);

const schema = z.object({
  mode: choice(['all', 'sample']),
  percent,
  /** Empty: as for everybody. */
  shares: z.record(z.uuid('unknown_department'), z.union([z.literal(''), percent])).default({}),
  /** Empty: made by lot on publishing, so that nobody chooses it. */
  seed: typedText(0, 64)
    .default('')
    .refine((seed) => seed === '' || seed.length >= LEAST_SEED, 'too_short'),
  always: z.array(choice(ALWAYS_CALLED)).default([]),
});

/** The rules of callbacks belong to whoever keeps the rules that scores come of. */
export const CALLBACK_DESK: PolicyDesk<'callbacks'> = {
  kind: 'callbacks',
  reads: (actor: Actor): actor is RoleHolder =>
    hasRole(actor, 'appraisal_admin', 'triage_admin', 'leader', 'auditor'),
  changes: (actor: Actor): actor is RoleHolder => hasRole(actor, 'appraisal_admin'),
  inForce: callbackPolicyOn,
  async parse(house, raw) {
    const parsed = parseInput(schema, raw);
    if (!parsed.ok) return parsed;
    const { shares, always, ...policy } = parsed.value;
    const own = Object.entries(shares).filter((share): share is [string, number] => share[1] !== '');
    const known = new Set((await answerableDepartments(house)).map(({ id }) => id));
    const unknown = own.find(([id]) => !known.has(id));
    if (unknown !== undefined) return badInput({ [`shares.${unknown[0]}`]: 'unknown_department' });
    return done({
      ...policy,
      shares: Object.fromEntries(own),
      always: ALWAYS_CALLED.filter((kind) => always.includes(kind)),
    });
  },
  faultOf(policy, published) {
    const seeds = published.map(({ seed }) => seed);
    const code = callbackPolicyFault(policy, seeds);
    return code === null ? null : { code };
  },
  // What was verified on a day was called by the rule of that day already.
  earliest: (today) => addDays(today, 1),
  completed: (policy) =>
    policy.mode === 'sample' && policy.seed === ''
      ? { ...policy, seed: randomBytes(12).toString('hex') }
      : policy,
};
