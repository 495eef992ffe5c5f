import {
  loadComplaint,
  loadComplaints,
  loadItem,
  NEW_HEAD,
  saveChange,
  saveItem,
  searchWords,
  updateComplaint,
  type EventActor,
  type LoadedComplaint,
  type Statement,
  type StreamHead,
} from '@bihuan/db';
import {
  assignmentOf,
  bearingOf,
  clockCommand,
  concernedDepartmentIds,
  decideComplaint,
  decideItem,
  evolveComplaint,
  evolveItem,
  hidePrivateData,
  isCallbackExhausted,
  isDisposed,
  isSameBearing,
  periodOf,
  proposeItem,
  SYSTEM,
  type Actor,
  type Complaint,
  type ComplaintCommand,
  type ComplaintDecision,
  type ComplaintEvent,
  type Double,
  type ItemCommand,
  type ItemDecision,
  type ItemEvent,
  type ProposeItem,
  type SupervisionItem,
} from '@bihuan/domain';
import { scoreLines } from './appraisal/score-lines.ts';
import { OpenCards } from './card/open-cards.ts';
import { whyCalled } from './complaint/callback-sample.ts';
import { followedComplaint } from './complaint/followed-complaint.ts';
import type { House } from './house.ts';
import { complaintNotices, itemNotices } from './notification/notices-of-events.ts';
import { complainedAbout } from './people/identity/complained-about.ts';
import { deadlinesOfComplaint, deadlinesOfItem } from './policy/deadlines-of-case.ts';
import { calendarOf, deadlinesOf, periodsOf } from './policy/rules-in-force.ts';
import { done, refusal, type Result } from './result.ts';
import { findDoubles } from './supervision/find-doubles.ts';

type OpenComplaint = {
  readonly before: LoadedComplaint;
  state: Complaint;
  readonly events: ComplaintEvent[];
};
type OpenItem = { readonly head: StreamHead; state: SupervisionItem; readonly events: ItemEvent[] };

/**
 * One command through the house: load for update → decide → score → save. Several complaints and items may change
 * together; nothing is written before `save`, and then all of it in one transaction.
 */
export class Work {
  readonly now: string;
  /** The cards that this changes or brings about. */
  readonly cards: OpenCards;
  readonly #house: House;
  readonly #actor: Actor;
  readonly #complaints = new Map<string, OpenComplaint>();
  readonly #items = new Map<string, OpenItem>();
  /** Whom complaints are about never changes; a page that weighs every command would ask for it each time. */
  readonly #about = new Map<string, Promise<readonly string[]>>();

  constructor(house: House, actor: Actor) {
    this.#house = house;
    this.#actor = actor;
    this.now = house.now();
    this.cards = new OpenCards(house, actor, this.now);
  }

  /** Loads a complaint. `seenVersion`: the version the person saw; an older one is refused as stale. */
  async complaint(id: string, seenVersion?: number): Promise<Result<Complaint>> {
    const open = this.#complaints.get(id);
    if (open) return done(open.state);
    const before = await loadComplaint(this.#house.db, id);
    if (before === null) return refusal('not_found');
    if (seenVersion !== undefined && seenVersion !== before.head.version) return refusal('stale');
    this.#complaints.set(id, { before, state: before.state, events: [] });
    return done(before.state);
  }

  /** Loads an item. `seenVersion`: the version the person saw; an older one is refused as stale. */
  async item(id: string, seenVersion?: number): Promise<Result<SupervisionItem>> {
    const open = this.#items.get(id);
    if (open) return done(open.state);
    const before = await loadItem(this.#house.db, id);
    if (before === null) return refusal('not_found');
    if (seenVersion !== undefined && seenVersion !== before.head.version) return refusal('stale');
    this.#items.set(id, { head: before.head, state: before.state, events: [] });
    return done(before.state);
  }

  /** The version of an item that was loaded, before anything is saved; null where it was not. */
  versionOfItem(id: string): number | null {
    return this.#items.get(id)?.head.version ?? null;
  }

  /** Decides a command on a complaint; its item is loaded beside it where it has one. */
  async commandComplaint(
    id: string,
    command: ComplaintCommand,
    seenVersion?: number,
  ): Promise<Result<Complaint>> {
    const loaded = await this.complaint(id, seenVersion);
    if (!loaded.ok) return loaded;
    const open = this.#complaints.get(id) as OpenComplaint;
    const decision = await this.#decideComplaint(open.state, command);
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const before = bearingOf(open.state);
    open.events.push(...decision.events);
    open.state = decision.events.reduce<Complaint>(evolveComplaint, open.state);
    const after = bearingOf(open.state);
    if (!isSameBearing(before, after))
      for (const itemId of new Set([before?.itemId, after?.itemId])) await this.#followWaits(itemId, id);
    return done(open.state);
  }

  /** What a command on a complaint would come to, without doing it. */
  async weighComplaint(id: string, command: ComplaintCommand): Promise<Result<ComplaintDecision>> {
    const loaded = await this.complaint(id);
    return loaded.ok ? done(await this.#decideComplaint(loaded.value, command)) : loaded;
  }

  async #decideComplaint(complaint: Complaint, command: ComplaintCommand): Promise<ComplaintDecision> {
    const item = await this.#itemOf(complaint);
    const [aboutDepartmentId = null] = await this.#complainedAbout([complaint.id]);
    const followed = await followedComplaint(this.#house, complaint);
    return decideComplaint(complaint, command, {
      actor: this.#actor,
      now: this.now,
      calendar: await calendarOf(this.#house),
      deadlines: await deadlinesOfComplaint(
        this.#house,
        complaint,
        'category' in command ? command.category : undefined,
      ),
      aboutDepartmentId,
      followedAnswerAt: followed?.answers.at(-1)?.at ?? null,
      item: item && {
        isDisposed: isDisposed(item),
        isStruckOff: item.status === 'struck_off',
        openMeasures: item.measures.filter(({ completedAt }) => completedAt === null).length,
        concernedDepartmentIds: [
          ...concernedDepartmentIds(item),
          ...(await this.#complainedAbout(item.complaintIds)),
        ],
      },
    });
  }

  /** Stops the clocks of an item, or lets them run on, as its complaints now ask; `complaintId`: the one that changed. */
  async #followWaits(itemId: string | undefined, complaintId: string): Promise<void> {
    if (itemId === undefined) return;
    const item = await this.item(itemId);
    if (!item.ok) return;
    const complaints: Complaint[] = [];
    for (const id of new Set([...item.value.complaintIds, complaintId])) {
      const complaint = await this.complaint(id);
      if (complaint.ok) complaints.push(complaint.value);
    }
    const command = clockCommand(item.value, complaints, this.now);
    if (command === null) return;
    // Refused only where the item has left the list, and has no clock to stop.
    const decision = await this.#decideItem(item.value, command, [], SYSTEM);
    if (decision.ok) this.#addToItem(itemId, decision.events);
  }

  /** Opens a new item; it is saved with the rest. `leadDepartmentId`: to whom it is to be given, where that is known. */
  async proposeItem(
    command: ProposeItem,
    leadDepartmentId: string | null = null,
  ): Promise<Result<SupervisionItem>> {
    const deadlines = await deadlinesOf(this.#house);
    const doubles = await findDoubles(this.#house, command, leadDepartmentId);
    const decision = proposeItem(command, { actor: this.#actor, now: this.now, deadlines, doubles });
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const state = decision.events.reduce<SupervisionItem | null>(evolveItem, null) as SupervisionItem;
    this.#items.set(command.id, { head: NEW_HEAD, state, events: [...decision.events] });
    return done(state);
  }

  async commandItem(
    id: string,
    command: ItemCommand,
    seenVersion?: number,
  ): Promise<Result<SupervisionItem>> {
    const loaded = await this.item(id, seenVersion);
    if (!loaded.ok) return loaded;
    const open = this.#items.get(id) as OpenItem;
    const decision = await this.#decideItem(open.state, command, await this.#doubles(open.state, command));
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    return done(this.#addToItem(id, decision.events));
  }

  #addToItem(id: string, events: readonly ItemEvent[]): SupervisionItem {
    const open = this.#items.get(id) as OpenItem;
    open.events.push(...events);
    open.state = events.reduce<SupervisionItem>(evolveItem, open.state);
    return open.state;
  }

  /** What a command on an item would come to, without doing it. */
  async weighItem(id: string, command: ItemCommand): Promise<Result<ItemDecision>> {
    const loaded = await this.item(id);
    return loaded.ok ? done(await this.#decideItem(loaded.value, command, [])) : loaded;
  }

  /** Writes everything in one transaction. Refused as stale where somebody else was first. */
  async save(extra: readonly Statement[] = []): Promise<Result<null>> {
    const actor = eventActor(this.#actor);
    const complaints = [...this.#complaints.values()].filter(({ events }) => events.length > 0);
    const items = [...this.#items.values()].filter(({ events }) => events.length > 0);
    const itemStatements = items.flatMap(({ head, state, events }) =>
      saveItem(state, head, events, actor, wordsOf(head, state)),
    );
    const complaintStatements = await Promise.all(
      complaints.map(async ({ before, state, events }) =>
        updateComplaint(before, state, events, actor, await this.#credit(state)),
      ),
    );
    for (const { state, events } of items) await this.cards.follow(state, events);
    const cards = await this.cards.changes(actor);
    const lines = await scoreLines(this.#house, items, { actor, period: await this.#period() });
    const entries = [...lines, ...cards.entries];
    const jobs = [
      ...complaints.flatMap(({ before, state, events }) =>
        complaintNotices(state.id, before.head.version, events),
      ),
      ...items.flatMap(({ head, state, events }) => itemNotices(state.id, head.version, events)),
    ];
    const statements = [...itemStatements, ...complaintStatements.flat(), ...cards.statements, ...extra];
    if (statements.length === 0) return done(null);
    const saved = await saveChange(this.#house.db, { statements, entries, jobs });
    return saved.ok ? done(null) : refusal('stale');
  }

  async #decideItem(
    item: SupervisionItem,
    command: ItemCommand,
    doubles: readonly Double[],
    actor = this.#actor,
  ): Promise<ItemDecision> {
    return decideItem(item, command, {
      actor,
      now: this.now,
      calendar: await calendarOf(this.#house),
      deadlines: await deadlinesOfItem(this.#house, item, await this.complaintsOf(item)),
      isCallbackPossible: await this.#isCallbackPossible(item),
      complainedAboutIds: await this.#complainedAbout(item.complaintIds),
      doubles,
    });
  }

  /** Open items on the same matter, where the command would begin supervision of it or give it to a lead. */
  async #doubles(item: SupervisionItem, command: ItemCommand): Promise<readonly Double[]> {
    if (command.type === 'countersign') return findDoubles(this.#house, item, null);
    if (command.type !== 'assign' && command.type !== 'designate') return [];
    return findDoubles(this.#house, item, command.leadDepartmentId);
  }

  async #itemOf(complaint: Complaint): Promise<SupervisionItem | null> {
    if (!('itemId' in complaint) || complaint.itemId === null) return null;
    const item = await this.item(complaint.itemId);
    return item.ok ? item.value : null;
  }

  /** The department that leads the item of a complaint; null where none does. */
  async leadOf(complaint: Complaint): Promise<string | null> {
    const item = await this.#itemOf(complaint);
    return item === null ? null : (assignmentOf(item)?.leadDepartmentId ?? null);
  }

  #complainedAbout(complaintIds: readonly string[]): Promise<readonly string[]> {
    const key = complaintIds.join();
    const about = this.#about.get(key) ?? complainedAbout(this.#house, complaintIds);
    this.#about.set(key, about);
    return about;
  }

  async #period(): Promise<string> {
    return periodOf(this.now, await periodsOf(this.#house));
  }

  /** Which department's rates a callback counts in: the lead of the item. */
  async #credit(complaint: Complaint): Promise<{ period: string; departmentId: string | null }> {
    return { period: await this.#period(), departmentId: await this.leadOf(complaint) };
  }

  /** Loads in one question those of some complaints that are not loaded yet. */
  async #openComplaints(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.#complaints.has(id));
    for (const [id, before] of await loadComplaints(this.#house.db, missing))
      if (!this.#complaints.has(id)) this.#complaints.set(id, { before, state: before.state, events: [] });
  }

  /** The complaints under an item. */
  async complaintsOf({ complaintIds }: SupervisionItem): Promise<readonly Complaint[]> {
    await this.#openComplaints(complaintIds);
    const found: Complaint[] = [];
    for (const id of complaintIds) {
      const complaint = await this.complaint(id);
      if (complaint.ok) found.push(complaint.value);
    }
    return found;
  }

  async #isCallbackPossible(item: SupervisionItem): Promise<boolean> {
    const deadlines = await deadlinesOf(this.#house, item.deadlineVersion);
    await this.#openComplaints(item.complaintIds);
    for (const id of item.complaintIds) {
      const complaint = await this.complaint(id);
      if (!complaint.ok || ['withdrawn', 'merged', 'split'].includes(complaint.value.status)) continue;
      if (!complaint.value.reachable || isCallbackExhausted(complaint.value, deadlines)) continue;
      if ((await whyCalled(this.#house, complaint.value, item)) !== null) return true;
    }
    return false;
  }
}

/** Tries again where somebody else was first; for commands whose person did not say which version they saw. */
export async function retrying<Value>(
  attempt: () => Promise<Result<Value>>,
  tries = 5,
): Promise<Result<Value>> {
  for (let left = tries; ; left -= 1) {
    const result = await attempt();
    const isStale = !result.ok && result.kind === 'refusal' && result.refusal.code === 'stale';
    if (!isStale || left <= 1) return result;
  }
}

/** Who acted, as kept with events. */
export function eventActor(actor: Actor): EventActor {
  if (actor.kind !== 'staff') return { kind: actor.kind };
  const { staffId, departmentId, standsInFor } = actor;
  const forWhom = standsInFor === undefined ? {} : { forStaffId: standsInFor.staffId };
  return { kind: 'staff', staffId, departmentId, ...forWhom };
}

function wordsOf(head: StreamHead, item: SupervisionItem): string | null {
  return head.version === 0 ? searchWords(hidePrivateData(`${item.problem} ${item.basis}`)) : null;
}
