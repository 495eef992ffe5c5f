import { millisOf, type Instant, type WorkingCalendar } from '../../calendar/index.ts';
import { periodOf, type ScoreLine } from '../../appraisal/score-line.ts';
import { scoreSupervision } from '../../appraisal/score-supervision.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintCommand } from '../../complaint/complaint-command.ts';
import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { decideComplaint } from '../../complaint/decide-complaint.ts';
import { evolveComplaint } from '../../complaint/evolve-complaint.ts';
import { isCallbackExhausted } from '../../complaint/record-callback.ts';
import { SYSTEM, type Actor } from '../../people/actor.ts';
import { DEFAULT_DEADLINES } from '../../policy/deadline-policy.ts';
import { DEFAULT_SCORING } from '../../policy/scoring-policy.ts';
import { decideItem } from '../../supervision/decide-item.ts';
import { evolveItem } from '../../supervision/evolve-item.ts';
import { bearingOf, clockCommand, isSameBearing } from '../../supervision/item-wait.ts';
import type { ItemCommand } from '../../supervision/item-command.ts';
import type { ItemEvent } from '../../supervision/item-event.ts';
import {
  concernedDepartmentIds,
  isDisposed,
  type SupervisionItem,
} from '../../supervision/supervision-item.ts';
import { calendar2026 } from '../calendar-2026.ts';
import { moved2027 } from '../calendar-2027.ts';
import { complaintAfter } from '../a-complaint.ts';
import { itemAfter } from '../an-item.ts';
import type { Beginning } from './beginnings.ts';
import { anyComplaintCommand, likelyComplaintCommand } from './complaint-commands.ts';
import { anyItemCommand } from './item-command-contents.ts';
import { likelyItemCommand } from './likely-item-command.ts';
import { pick } from './pick.ts';
import { everybody, POSTS } from './people.ts';
import type { Step } from './step.ts';

/** What one command did to the item. */
export type ItemChange = {
  readonly before: SupervisionItem;
  readonly after: SupervisionItem;
  readonly events: readonly ItemEvent[];
};

/**
 * Two complaints and the item over them, commanded as the use cases would: the state kept by evolving each new event, the
 * balance by adding each new line. Everything decided is frozen, so that nobody can change it afterwards unseen.
 */
export class World {
  readonly complaintEvents: ComplaintEvent[][];
  readonly complaints: Complaint[];
  readonly itemEvents: ItemEvent[];
  readonly itemChanges: ItemChange[] = [];
  item: SupervisionItem;
  readonly lines: ScoreLine[] = [];
  readonly balances = new Map<string, number>();
  readonly refusals = new Set<string>();
  /** For each answer that said solved, the events of the item at that moment. */
  readonly solvedAnswers: (readonly ItemEvent[])[] = [];
  now: Instant;
  #serial = 0;

  constructor(beginning: Beginning) {
    this.complaintEvents = beginning.complaintEvents.map((events) => events.map(freeze));
    this.complaints = this.complaintEvents.map((events) => freeze(complaintAfter(events)));
    this.itemEvents = beginning.itemEvents.map(freeze);
    this.item = freeze(itemAfter(this.itemEvents));
    this.now = beginning.now;
    this.itemEvents.forEach((event) => this.#score(event));
  }

  /** Takes one step. The calendar of 2027 is published late, on 15 January 2027. */
  take(step: Step): void {
    this.#serial += 1;
    this.now = new Date(millisOf(this.now) + step.minutes * 60_000).toISOString();
    const isWild = step.wildness < 12;
    const upToItem = isDisposed(this.item) ? 30 : 70;
    if (step.target >= 93) this.#lookThrough();
    else if (step.target >= upToItem) {
      const index = step.target < 88 ? 0 : 1;
      const complaint = this.complaints[index] as Complaint;
      const [actor, command] = isWild
        ? ([pick(everybody, step.who), anyComplaintCommand(step, this.#serial)] as const)
        : likelyComplaintCommand(step, complaint, this.#serial);
      this.#commandComplaint(index, actor, command);
    } else {
      const [actor, command] = isWild
        ? ([pick(everybody, step.who), anyItemCommand(step, this.item, this.#serial, this.now)] as const)
        : likelyItemCommand(step, this.item, this.#serial, this.now);
      this.#commandItem(actor, command);
    }
  }

  #lookThrough(): void {
    for (const index of this.complaints.keys()) {
      this.#commandComplaint(index, SYSTEM, { type: 'recompute_due' });
      this.#commandComplaint(index, SYSTEM, { type: 'cross_deadline' });
    }
    this.#commandItem(SYSTEM, { type: 'recompute_due' });
    this.#commandItem(SYSTEM, { type: 'cross_deadlines' });
    this.#commandItem(SYSTEM, { type: 'near_deadlines' });
    this.#commandItem(SYSTEM, { type: 'escalate', posts: POSTS });
  }

  #commandComplaint(index: number, actor: Actor, command: ComplaintCommand): void {
    const before = this.complaints[index] as Complaint;
    const isUnderItem = 'itemId' in before && before.itemId === 'item-1';
    const decision = decideComplaint(before, command, {
      actor,
      now: this.now,
      calendar: this.#calendar(),
      deadlines: DEFAULT_DEADLINES,
      followedAnswerAt: this.#followedAnswerAt(before),
      item: isUnderItem
        ? {
            isDisposed: isDisposed(this.item),
            isStruckOff: this.item.status === 'struck_off',
            concernedDepartmentIds: concernedDepartmentIds(this.item),
          }
        : null,
    });
    if (!decision.ok) return void this.refusals.add(decision.refusal.code);
    this.complaintEvents[index]?.push(...decision.events.map(freeze));
    if (decision.events.some((event) => event.type === 'AnswerPublished' && event.outcome === 'solved'))
      this.solvedAnswers.push([...this.itemEvents]);
    const after = freeze(decision.events.reduce<Complaint>(evolveComplaint, before));
    this.complaints[index] = after;
    if (isSameBearing(bearingOf(before), bearingOf(after))) return;
    const clocks = clockCommand(this.item, this.complaints, this.now);
    if (clocks !== null) this.#commandItem(SYSTEM, clocks);
  }

  #followedAnswerAt(complaint: Complaint): Instant | null {
    if (complaint.status !== 'merged') return null;
    const survivor = this.complaints.find(({ id }) => id === complaint.survivorId);
    return survivor?.answers.at(-1)?.at ?? null;
  }

  #commandItem(actor: Actor, command: ItemCommand): void {
    const before = this.item;
    const decision = decideItem(before, command, {
      actor,
      now: this.now,
      calendar: this.#calendar(),
      deadlines: DEFAULT_DEADLINES,
      complainedAboutIds: [],
      doubles: [],
      isCallbackPossible: this.complaints.some(
        (complaint) =>
          before.complaintIds.includes(complaint.id) &&
          complaint.status !== 'withdrawn' &&
          complaint.status !== 'merged' &&
          complaint.status !== 'split' &&
          complaint.reachable &&
          !isCallbackExhausted(complaint, DEFAULT_DEADLINES),
      ),
    });
    if (!decision.ok) return void this.refusals.add(decision.refusal.code);
    const events = decision.events.map(freeze);
    this.item = freeze(events.reduce<SupervisionItem>(evolveItem, before));
    this.itemEvents.push(...events);
    this.itemChanges.push({ before, after: this.item, events });
    for (const event of events) this.#score(event);
  }

  #score(event: ItemEvent): void {
    const onTimeSoFar = this.lines.filter(
      (line) =>
        'departmentId' in event &&
        line.departmentId === event.departmentId &&
        line.period === periodOf(event.at) &&
        line.rule === 'struck_off_on_time',
    ).length;
    for (const line of scoreSupervision(event, DEFAULT_SCORING, onTimeSoFar)) {
      const account = `${line.departmentId} ${line.period}`;
      this.lines.push(freeze(line));
      this.balances.set(account, (this.balances.get(account) ?? 0) + line.centipoints);
    }
  }

  #calendar(): WorkingCalendar {
    return this.now < '2027-01-15' ? calendar2026 : moved2027;
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
