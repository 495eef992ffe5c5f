import { countCards, loadCard, NEW_HEAD, saveCard, type NewScoreEntry, type Statement } from '@bihuan/db';
import type { EventActor, LoadedCard, StreamHead } from '@bihuan/db';
import {
  cardsOfCardEvent,
  cardsOfItemEvent,
  decideCard,
  evolveCard,
  proposeCard,
  scoreCard,
  SYSTEM,
  type Actor,
  type Card,
  type CardCall,
  type CardCommand,
  type CardDecision,
  type CardEvent,
  type ItemEvent,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { cardsOf, periodsOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

type OpenCard = {
  readonly head: StreamHead;
  readonly known: readonly CardEvent[];
  state: Card;
  readonly events: CardEvent[];
  /** A rule's proposal is the system's, whoever brought it about. */
  readonly isByRule: boolean;
};

/** The cards that one command changes or brings about; saved with the rest of its `Work`. */
export class OpenCards {
  readonly #house: House;
  readonly #actor: Actor;
  readonly #now: string;
  readonly #cards = new Map<string, OpenCard>();

  constructor(house: House, actor: Actor, now: string) {
    this.#house = house;
    this.#actor = actor;
    this.#now = now;
  }

  /** Loads a card. `seenVersion`: the version the person saw; an older one is refused as stale. */
  async card(id: string, seenVersion?: number): Promise<Result<Card>> {
    const open = this.#cards.get(id);
    if (open) return done(open.state);
    const loaded: LoadedCard | null = await loadCard(this.#house.db, id);
    if (loaded === null) return refusal('not_found');
    const { state, head, events } = loaded;
    if (seenVersion !== undefined && seenVersion !== head.version) return refusal('stale');
    this.#cards.set(id, { head, known: events, state, events: [], isByRule: false });
    return done(state);
  }

  /** What a command on a card would come to, without doing it. */
  async weigh(state: Card, command: CardCommand, item: SupervisionItem): Promise<CardDecision> {
    const { yellowsInForce } = await countCards(this.#house.db, state.itemId, state.departmentId);
    return decideCard(state, command, {
      actor: this.#actor,
      now: this.#now,
      cards: await cardsOf(this.#house),
      isItemClosed: item.status === 'struck_off',
      yellowsBefore: yellowsInForce,
      isGivenBack: command.type === 'revoke' && (await this.#isGivenBack(state.id)),
    });
  }

  /** Decides a command on a card that was loaded, and proposes what follows from it. */
  async command(id: string, command: CardCommand, item: SupervisionItem): Promise<Result<Card>> {
    const open = this.#cards.get(id);
    if (open === undefined) return refusal('not_found');
    const decision = await this.weigh(open.state, command, item);
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    for (const event of decision.events) {
      open.state = evolveCard(open.state, event);
      open.events.push(event);
      for (const call of cardsOfCardEvent(event, open.state)) await this.#proposeByRule(item, call);
    }
    return done(open.state);
  }

  /** A card proposed by a person, for a department with a duty in the item. */
  async proposeByPerson(
    item: SupervisionItem,
    call: Pick<CardCall, 'departmentId' | 'colour'> & { readonly grounds: string },
  ): Promise<Result<Card>> {
    const id = this.#house.newId();
    const { grounds, ...rest } = call;
    const whole = { ...rest, cause: 'by_person', causeRef: id, isRaised: false } as const;
    return this.#propose(id, item, whole, grounds, this.#actor);
  }

  /** Proposes the cards that events of an item call for. */
  async follow(item: SupervisionItem, events: readonly ItemEvent[]): Promise<void> {
    const policy = await cardsOf(this.#house);
    const calls = events.flatMap((event) => cardsOfItemEvent(event, item, policy));
    for (const call of calls) await this.#proposeByRule(item, call);
  }

  /** What is to be written: events and rows, and lines of the ledger. */
  async changes(
    actor: EventActor,
  ): Promise<{ readonly statements: readonly Statement[]; readonly entries: readonly NewScoreEntry[] }> {
    const changed = [...this.#cards.values()].filter(({ events }) => events.length > 0);
    const statements = changed.flatMap(({ state, head, events, isByRule }) =>
      saveCard(state, head, events, isByRule ? { kind: 'system' } : actor),
    );
    const entries: NewScoreEntry[] = [];
    for (const card of changed) entries.push(...(await this.#score(card, actor)));
    return { statements, entries };
  }

  async #proposeByRule(item: SupervisionItem, call: CardCall): Promise<void> {
    await this.#propose(this.#house.newId(), item, call, '', SYSTEM);
  }

  async #propose(
    id: string,
    item: SupervisionItem,
    call: CardCall,
    grounds: string,
    actor: Actor,
  ): Promise<Result<Card>> {
    const { all } = await countCards(this.#house.db, item.id, call.departmentId);
    const opened = [...this.#cards.values()].filter(
      ({ state, head }) => state.itemId === item.id && head.version === 0,
    );
    const number = `${item.number}-${all + opened.length + 1}`;
    const decision = proposeCard(
      { type: 'propose', id, number, itemId: item.id, ...call, grounds },
      {
        actor,
        now: this.#now,
        cards: await cardsOf(this.#house),
        isItemClosed: item.status === 'struck_off',
      },
    );
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const state = decision.events.reduce<Card | null>(evolveCard, null) as Card;
    const events = [...decision.events];
    this.#cards.set(id, { head: NEW_HEAD, known: [], state, events, isByRule: actor.kind === 'system' });
    return done(state);
  }

  async #score(
    { head, known, state, events }: OpenCard,
    actor: EventActor,
  ): Promise<readonly NewScoreEntry[]> {
    let card = known.reduce<Card | null>(evolveCard, null);
    const entries: NewScoreEntry[] = [];
    const schedule = await periodsOf(this.#house);
    for (const [index, event] of events.entries()) {
      card = evolveCard(card, event);
      for (const line of scoreCard(event, card, schedule))
        entries.push({
          ...line,
          id: this.#house.newId(),
          at: event.at,
          streamId: state.id,
          eventVersion: head.version + index + 1,
          actor,
          ...(event.type === 'CardRevoked' ? await this.#reversed(state.id) : {}),
        });
    }
    return entries;
  }

  /** The line a card cost; null where it cost nothing. */
  #cost(cardId: string) {
    const rule = { in: ['yellow_card', 'red_card'] };
    return this.#house.db.prisma.scoreEntry.findFirst({
      where: { streamId: cardId, rule },
      select: { id: true },
    });
  }

  /** Whether a ruling or a correction gave back before what a card cost. */
  async #isGivenBack(cardId: string): Promise<boolean> {
    const line = await this.#cost(cardId);
    if (line === null) return false;
    return (await this.#house.db.prisma.scoreEntry.count({ where: { reversalOf: line.id } })) > 0;
  }

  async #reversed(cardId: string): Promise<{ readonly reversalOf?: string }> {
    const line = await this.#cost(cardId);
    return line === null ? {} : { reversalOf: line.id };
  }
}
