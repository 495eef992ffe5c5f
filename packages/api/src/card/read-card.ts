import { readNames, readStream, toDomainEvent, type DepartmentName } from '@bihuan/db';
import {
  CARD_COMMANDS,
  foldCard,
  isLawfulCardCommand,
  mayCommandCard,
  type Actor,
  type Card,
  type CardCommand,
  type CardCommandType,
  type CardEvent,
  type Instant,
  type LocalDate,
  type Refusal,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type RefusalCode, type Result } from '../result.ts';
import { Work } from '../work.ts';
import { cardEntries, type CardEntry } from './card-entries.ts';
import { seesCard } from './card-scope.ts';

/** What may be done next; `refusal` tells why a thing this state knows is not possible for this person now. */
export type CardAction = { readonly command: CardCommandType; readonly refusal: Refusal<RefusalCode> | null };

export type CardView = Pick<Card, 'id' | 'number' | 'colour' | 'cause' | 'status' | 'isRaised'> & {
  readonly version: number;
  readonly item: { readonly id: string; readonly number: string; readonly problem: string };
  readonly department: DepartmentName | null;
  readonly proposedAt: Instant;
  readonly issuedAt: Instant | null;
  readonly objectUntil: LocalDate | null;
  /** Which yellow card of the department on the item it is. */
  readonly nthYellow: number;
  /** Hundredths; what it cost when it was issued. */
  readonly points: number;
  readonly policyVersion: string;
  readonly entries: readonly CardEntry[];
  readonly actions: readonly CardAction[];
};

const schema = z.object({ cardId: z.uuid() });

/** A card as this person may see it: what happened, and what may be done next. Outside their scope it is `not_found`. */
export async function readCard(house: House, actor: Actor, raw: unknown): Promise<Result<CardView>> {
  const parsed = parseInput(schema, raw);
  const stored = parsed.ok ? await readStream(house.db, parsed.value.cardId) : [];
  if (stored[0]?.stream !== 'card') return refusal('not_found');
  const events = stored.map((event) => toDomainEvent<CardEvent>(event));
  const card = foldCard(events);
  if (card === null || !seesCard(actor, card)) return refusal('not_found');
  const work = new Work(house, actor);
  const item = await work.item(card.itemId);
  if (!item.ok) return item;
  const { departments } = await readNames(house.db, [card.departmentId]);
  const issued = 'issuedAt' in card ? card : null;
  const { id, number, colour, cause, status, isRaised, proposedAt, cardVersion } = card;
  return done({
    ...{ id, number, colour, cause, status, isRaised, proposedAt, policyVersion: cardVersion },
    version: stored.length,
    item: { id: item.value.id, number: item.value.number, problem: item.value.problem },
    department: departments.get(card.departmentId) ?? null,
    issuedAt: issued?.issuedAt ?? null,
    objectUntil: issued?.objectUntil ?? null,
    nthYellow: issued?.nthYellow ?? 0,
    points: issued?.points ?? 0,
    entries: await cardEntries(house, stored),
    actions: await actionsOf(work, actor, card, item.value),
  });
}

async function actionsOf(
  work: Work,
  actor: Actor,
  card: Card,
  item: Parameters<Work['cards']['weigh']>[2],
): Promise<readonly CardAction[]> {
  const known = CARD_COMMANDS.filter(
    (command) => isLawfulCardCommand(card.status, command) && mayCommandCard(actor, card, command),
  );
  return Promise.all(
    known.map(async (command) => {
      const decision = await work.cards.weigh(card, SAMPLES[command], item);
      return { command, refusal: decision.ok ? null : decision.refusal };
    }),
  );
}

/** A command as it would be given, to ask the rules whether it may be. */
const SAMPLES: Readonly<Record<CardCommandType, CardCommand>> = {
  drop: { type: 'drop', reason: '-' },
  issue: { type: 'issue', evidence: '-' },
  object: { type: 'object', grounds: '-' },
  uphold: { type: 'uphold', reason: '-' },
  revoke: { type: 'revoke', reason: '-' },
  hold_talk: { type: 'hold_talk', on: '2000-01-01', record: '-' },
  clear: { type: 'clear', outcome: '-' },
};
