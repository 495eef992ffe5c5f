import {
  bulletinOfMonth,
  cutLog,
  firstMonthTexts,
  MONTH_FORM,
  NEW_HEAD,
  saveBulletin,
  saveChange,
} from '@bihuan/db';
import {
  draftDay,
  evolveBulletin,
  figureValue,
  hasRole,
  isBulletinMonth,
  localDateOf,
  lastEndedMonth,
  monthWindow,
  SYSTEM,
  type Actor,
  type BulletinEvent,
  type BulletinMonth,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { anchorEndedDays } from '../operations/anchor-days.ts';
import { bulletinNotices } from '../notification/notices-of-events.ts';
import { parseInput } from '../parse-input.ts';
import { bulletinPolicyOf, calendarOf } from '../policy/rules-in-force.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { eventActor } from '../work.ts';
import type { ChangedBulletin } from './change-bulletin.ts';
import { findCorrections } from './find-corrections.ts';
import { takeMonthSnapshot } from './take-month-snapshot.ts';

const schema = z.object({
  month: z.string('required').min(1, 'required').refine(isBulletinMonth, 'malformed'),
});

/** Drafts the bulletin of a month that is over and has none. */
export async function draftBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  if (!hasRole(actor, 'triage_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { month } = parsed.value;
  const { monthStartsOn } = await bulletinPolicyOf(house);
  if (month > lastEndedMonth(localDateOf(house.now()), monthStartsOn))
    return badInput({ month: 'out_of_range' });
  if ((await bulletinOfMonth(house.db, month)) !== null) return refusal('bulletin_exists');
  return draftMonth(house, actor, month);
}

/**
 * What the clock does: on the working day the policy names, the month that is over gets its draft, once however often this
 * runs. Nothing where the office had no case yet. Returns the month that was drafted.
 */
export async function draftDueBulletin(house: House): Promise<BulletinMonth | null> {
  const policy = await bulletinPolicyOf(house);
  const today = localDateOf(house.now());
  const month = lastEndedMonth(today, policy.monthStartsOn);
  const window = monthWindow(month, policy.monthStartsOn);
  if (today < draftDay(window, policy.draftOnWorkingDay, await calendarOf(house))) return null;
  if ((await bulletinOfMonth(house.db, month)) !== null) return null;
  const first = await house.db.prisma.event.findFirst({
    where: { at: { lt: window.until }, stream: { in: ['complaint', 'supervision_item'] } },
    select: { version: true },
  });
  if (first === null) return null;
  const drafted = await draftMonth(house, SYSTEM, month);
  return drafted.ok ? month : null;
}

async function draftMonth(
  house: House,
  actor: Actor,
  month: BulletinMonth,
): Promise<Result<ChangedBulletin>> {
  const now = house.now();
  const policy = await bulletinPolicyOf(house);
  await anchorEndedDays(house);
  const cut = { at: now, position: await cutLog(house.db) };
  const corrections = await findCorrections(house, month, cut);
  const snapshot = await takeMonthSnapshot(house, month, policy, cut, corrections);
  const texts = firstMonthTexts({
    sample: figureValue(snapshot.figures, 'calls_valid') > 0,
    strikeOffs: snapshot.strikeOffs.length > 0,
    recurring: snapshot.recurring.length > 0,
    corrections: corrections.length > 0,
  });
  const id = house.newId();
  const by = actor.kind === 'staff' ? actor.staffId : null;
  const event: BulletinEvent = {
    type: 'BulletinDrafted',
    ...{ at: now, id, kind: 'monthly', month, by, snapshot, form: MONTH_FORM, texts },
  };
  const state = evolveBulletin(null, event);
  const statements = saveBulletin(state, NEW_HEAD, [event], eventActor(actor));
  const saved = await saveChange(house.db, { statements, jobs: bulletinNotices(id, 0, [event]) });
  return saved.ok ? done({ bulletinId: id, month, status: 'draft' }) : refusal('bulletin_exists');
}
