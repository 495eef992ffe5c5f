import { readNames, readVerifiedCases, type DepartmentName } from '@bihuan/db';
import {
  calledBecause,
  localDateOf,
  type Actor,
  type CallbackPolicy,
  type CalledBecause,
  type LocalDate,
} from '@bihuan/domain';
import { z } from 'zod';
import { drawOf, whyDrawn } from '../../complaint/callback-sample.ts';
import type { House } from '../../house.ts';
import { parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { readVersions } from '../drafting/read-policy-versions.ts';
import { CALLBACK_DESK } from './callback-desk.ts';

/** Of how many verified, how many were to be called by the rule of their day, and would have been by the draft, by reason. */
export type CallbackTally = {
  readonly verified: number;
  readonly called: number;
  readonly wouldBe: number;
  readonly because: Readonly<Partial<Record<CalledBecause, number>>>;
};

export type CallbackPreview = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly months: number;
  readonly departments: readonly { readonly department: DepartmentName; readonly tally: CallbackTally }[];
  readonly total: CallbackTally;
};

const schema = z.object({ months: typedNumber(1, 12).default(3) });
const NOTHING: CallbackTally = { verified: 0, called: 0, wouldBe: 0, because: {} };

/**
 * What the draft would have drawn of the cases of the last months, beside what was drawn; nothing is written. Counts alone: whoever
 * saw which cases a seed draws could choose the seed by them.
 */
export async function previewCallbacks(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<CallbackPreview>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const versions = await readVersions(CALLBACK_DESK, house, actor);
  if (!versions.ok) return versions;
  const draft = versions.value.draft?.policy;
  if (draft === undefined) return refusal('not_found');
  const { months } = parsed.value;
  const until = localDateOf(house.now());
  const from = firstOfMonthsBefore(until, months);
  const policy = seeded(draft);
  const tallies = new Map<string, CallbackTally>();
  const cases = await readVerifiedCases(house.db, `${from}T00:00:00+08:00`, house.now());
  for (const { openedAt, ...one } of cases) {
    const verified = { ...one, on: localDateOf(openedAt) };
    const was = await whyDrawn(house, verified);
    const is = calledBecause(policy, verified, drawOf(policy, verified));
    tallies.set(one.departmentId, counted(tallies.get(one.departmentId) ?? NOTHING, was, is));
  }
  const { departments } = await readNames(house.db, tallies.keys());
  return done({
    ...{ from, until, months },
    departments: [...tallies]
      .map(([id, tally]) => ({ department: departments.get(id) ?? { id, name: '', nameEn: '' }, tally }))
      .sort((one, other) => other.tally.verified - one.tally.verified),
    total: [...tallies.values()].reduce(together, NOTHING),
  });
}

/** A draft whose seed is made on publishing is tried with its name as the seed. */
function seeded(draft: CallbackPolicy): CallbackPolicy {
  return draft.seed === '' ? { ...draft, seed: draft.version } : draft;
}

function firstOfMonthsBefore(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

function counted(tally: CallbackTally, was: CalledBecause | null, is: CalledBecause | null): CallbackTally {
  return together(tally, {
    verified: 1,
    called: was === null ? 0 : 1,
    wouldBe: is === null ? 0 : 1,
    because: is === null ? {} : { [is]: 1 },
  });
}

function together(one: CallbackTally, other: CallbackTally): CallbackTally {
  const because: Partial<Record<CalledBecause, number>> = { ...one.because };
  for (const [reason, count] of Object.entries(other.because) as [CalledBecause, number][])
    because[reason] = (because[reason] ?? 0) + count;
  return {
    verified: one.verified + other.verified,
    called: one.called + other.called,
    wouldBe: one.wouldBe + other.wouldBe,
    because,
  };
}
