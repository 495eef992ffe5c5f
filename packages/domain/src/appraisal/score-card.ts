import type { Card } from '../card/card.ts';
import type { CardEvent } from '../card/card-event.ts';
import { CALENDAR_QUARTERS, type PeriodSchedule } from './period.ts';
import { periodOf, type ScoreLine } from './score-line.ts';

/**
 * The ledger lines one event of a card causes: issued, it costs what the rules of that day said; revoked, the same is given
 * back in the period it was taken from, unless something else gave it back before. `card`: with the event in it. Source: domain.md, Cards and Appraisal.
 */
export function scoreCard(
  event: CardEvent,
  card: Card,
  schedule: PeriodSchedule = CALENDAR_QUARTERS,
): readonly ScoreLine[] {
  if (!('points' in card) || card.points === 0) return [];
  const { departmentId, colour, cardVersion: policyVersion, points, nthYellow, number } = card;
  const base = { departmentId, account: 'supervision', policyVersion, ordinal: null } as const;
  const period = periodOf(card.issuedAt, schedule);
  const arithmetic = { card: number, nthYellow };
  if (event.type === 'CardIssued') {
    const rule = colour === 'red' ? 'red_card' : 'yellow_card';
    return [{ ...base, period, rule, centipoints: points, arithmetic }];
  }
  if (event.type !== 'CardRevoked' || event.isGivenBack === true) return [];
  return [{ ...base, period, rule: 'card_revoked', centipoints: -points, arithmetic }];
}
