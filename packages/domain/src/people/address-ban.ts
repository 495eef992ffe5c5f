import { BrokenStream } from '../broken-stream.ts';
import { addDays, localDateOf, type Instant, type LocalDate } from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';

/** A ban runs out by itself after this many days at most; a longer one is decided again. */
export const BAN_DAYS = 30;

/** Nothing is taken on the portal from one network address for a time. The address itself is kept nowhere. */
export type AddressBan = {
  readonly id: string;
  /** Read by whoever is banned. */
  readonly reason: string;
  readonly bannedAt: Instant;
  /** The last day, whole. */
  readonly until: LocalDate;
  readonly liftedAt: Instant | null;
};

export type AddressBanEvent =
  | {
      readonly type: 'AddressBanned';
      readonly at: Instant;
      readonly id: string;
      readonly reason: string;
      readonly until: LocalDate;
    }
  | { readonly type: 'AddressBanLifted'; readonly at: Instant; readonly reason: string };

export type BanRefusal = 'ban_too_long' | 'ban_over' | 'date_in_the_past';

export function evolveAddressBan(state: AddressBan | null, event: AddressBanEvent): AddressBan {
  if (event.type === 'AddressBanned') {
    const { id, reason, until, at } = event;
    return { id, reason, bannedAt: at, until, liftedAt: null };
  }
  if (state === null) throw new BrokenStream(`${event.type} before AddressBanned`);
  return { ...state, liftedAt: event.at };
}

/** Bans from now to the end of a day. */
export function banAddress(
  { id, reason, until }: Pick<AddressBan, 'id' | 'reason' | 'until'>,
  now: Instant,
): Decision<AddressBanEvent, BanRefusal> {
  const today = localDateOf(now);
  if (until < today) return refused('date_in_the_past');
  if (until > addDays(today, BAN_DAYS)) return refused('ban_too_long', { most: BAN_DAYS });
  return happened({ type: 'AddressBanned', at: now, id, reason, until });
}

/** Lifts a ban that still runs. */
export function liftBan(
  ban: AddressBan,
  reason: string,
  now: Instant,
): Decision<AddressBanEvent, BanRefusal> {
  return isBanning(ban, now) ? happened({ type: 'AddressBanLifted', at: now, reason }) : refused('ban_over');
}

/** Whether a ban holds at this moment. */
export function isBanning(
  { until, liftedAt }: Pick<AddressBan, 'until' | 'liftedAt'>,
  now: Instant,
): boolean {
  return liftedAt === null && localDateOf(now) <= until;
}
