import { addDays, localDateOf, type Instant, type LocalDate } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { LongRunning, ReferredUp, StruckOff, SupervisionItem, Watched } from './supervision-item.ts';

/** The day from which a look-back is made, so many of them done; null once all were. */
export function lookBackDay(
  struckOffAt: Instant,
  done: number,
  { lookBackCalendarDays }: Pick<DeadlinePolicy, 'lookBackCalendarDays'>,
): LocalDate | null {
  const days = lookBackCalendarDays[done];
  return days === undefined ? null : addDays(localDateOf(struckOffAt), days);
}

/**
 * Looks whether what was struck off still holds (防反弹回头看): 30 and 90 days after, not before. Where it does not, the item
 * has rebounded.
 */
export function lookBack(
  { lookBackOn: on, lookBacks, struckOffAt }: StruckOff,
  { isHolding, text }: ItemCommand & { type: 'look_back' },
  { staffId: by }: StaffActor,
  { now: at, deadlines }: ItemContext,
): ItemDecision {
  if (on === null) return refused('look_backs_done');
  if (localDateOf(at) < on) return refused('look_back_too_early', { on });
  const nth = lookBacks.length + 1;
  const nextOn = lookBackDay(struckOffAt, nth, deadlines);
  const looked = { type: 'ItemLookedBack', at, by, nth, isHolding, text, nextOn } as const;
  return { ok: true, events: isHolding ? [looked] : [looked, { type: 'ItemRebounded', at, reason: text }] };
}

/**
 * Asks how a matter stands that is watched, goes on for long, or lies with those above. The next inquiry comes after the days
 * of the policy; for what is watched a sooner or later day can be named.
 */
export function inquire(
  state: Watched | LongRunning | ReferredUp,
  { text, nextOn }: ItemCommand & { type: 'inquire' },
  { staffId: by }: StaffActor,
  { now: at, deadlines }: ItemContext,
): ItemDecision {
  const usual = addDays(localDateOf(at), deadlines.inquiryCalendarDays);
  const next = state.status === 'watched' ? (nextOn ?? usual) : usual;
  if (next <= localDateOf(at)) return refused('date_in_the_past');
  return happened({ type: 'ItemInquired', at, by, text, nextOn: next });
}

/** The day on which the office looks again at an item that is in nobody's hands; null where it is, or no day is set. */
export function lookAgainOn(item: SupervisionItem): LocalDate | null {
  switch (item.status) {
    case 'watched':
    case 'suspended':
      return item.reviewOn;
    case 'long_running':
    case 'referred_up':
      return item.inquiryOn;
    case 'struck_off':
      return item.lookBackOn;
    default:
      return null;
  }
}
