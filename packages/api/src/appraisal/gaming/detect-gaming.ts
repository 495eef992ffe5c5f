import { gamingSignalOf, NEW_HEAD, readGamingFacts, saveChange, saveGamingSignal } from '@bihuan/db';
import {
  evolveGamingSignal,
  findGaming,
  localDateOf,
  noticeGaming,
  periodAfter,
  SYSTEM,
  daysBetween,
  type AppraisalPeriod,
  type Found,
  type GamingSignal,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { noticeRulesOf } from '../../notification/notice-rules-in-force.ts';
import { periodsOf, signalsOf } from '../../policy/rules-in-force.ts';
import { eventActor } from '../../work.ts';
import { presentPeriod, spanOf } from '../periods.ts';

/** So many days into a period the one before is looked at as well: what happened on its last day is found too. */
const DAYS_AFTER = 20;

/** Looks for gaming in the period that runs, and a while longer in the one before. Finding a thing again adds nothing. Returns how many signals are new or grew. */
export async function detectGaming(house: House): Promise<number> {
  const present = await presentPeriod(house);
  const isEarly = daysBetween(present.firstDay, localDateOf(house.now())) < DAYS_AFTER;
  const before = isEarly ? [periodAfter(present.id, -1, await periodsOf(house))] : [];
  let changed = 0;
  for (const period of [...before, present])
    for (const found of await gamingIn(house, period)) if (await notice(house, found)) changed += 1;
  return changed;
}

async function gamingIn(house: House, period: AppraisalPeriod): Promise<readonly Found[]> {
  const { from, until } = spanOf(period);
  const facts = await readGamingFacts(house.db, from, until);
  const { office } = await noticeRulesOf(house);
  const { gaming } = await signalsOf(house);
  return findGaming({ period: period.id, lastDay: period.lastDay, closesAt: office.to, ...facts }, gaming);
}

async function notice(house: House, found: Found): Promise<boolean> {
  const known = await gamingSignalOf(house.db, found);
  const { version: policyVersion } = await signalsOf(house);
  const events = noticeGaming(known?.state ?? null, found, {
    ...{ id: house.newId(), now: house.now(), policyVersion },
  });
  if (events.length === 0) return false;
  const after = events.reduce<GamingSignal | null>(evolveGamingSignal, known?.state ?? null) as GamingSignal;
  const statements = saveGamingSignal(after, known?.head ?? NEW_HEAD, events, eventActor(SYSTEM));
  // Another worker may have been first; what it wrote is the same.
  return (await saveChange(house.db, { statements })).ok;
}
