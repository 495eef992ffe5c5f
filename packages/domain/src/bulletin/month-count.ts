import { DEFAULT_SCORING, type ThreeRatesPolicy } from '../policy/scoring-policy.ts';
import type { Callback, Complaint } from '../complaint/complaint.ts';
import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import { evolveComplaint } from '../complaint/evolve-complaint.ts';
import type { CardEvent } from '../card/card-event.ts';
import { isPast, localDateOf, type Instant } from '../calendar/index.ts';
import { evolveItem } from '../supervision/evolve-item.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import { lastRunningMoment } from '../supervision/item-wait.ts';
import { assignmentOf, isDisposed, type SupervisionItem } from '../supervision/supervision-item.ts';
import { bandOf, compositeInterval } from './band.ts';
import type { MonthWindow } from './bulletin-month.ts';
import {
  callbackCountsOf,
  DEPARTMENT_FIGURES,
  FIGURES,
  type DepartmentFigures,
  type Figure,
  type FigureKey,
  type Named,
  type RowRef,
  type StrikeOffLine,
} from './figure.ts';

/** One callback of the month, and the department that led the item at the time of the call. */
export type CountedCall = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly departmentId: string | null;
  readonly answers: Callback['answers'];
  /** A panel took it out of the rates. */
  readonly isExcluded: boolean;
};

/** States in which a complaint is over. */
const ENDED: readonly Complaint['status'][] = [
  'declined',
  'merged',
  'withdrawn',
  'settled_on_the_spot',
  'closed',
];

const IN_MONTH: Partial<Record<ComplaintEvent['type'], FigureKey>> = {
  ComplaintSubmitted: 'filed',
  ComplaintAccepted: 'accepted',
  ComplaintDeclined: 'declined',
  ComplaintWithdrawn: 'withdrawn',
  ComplaintSettledOnTheSpot: 'settled',
  AnswerPublished: 'answered',
  AnswerConfirmed: 'closed',
  ComplaintClosedInSilence: 'closed',
};

const DISPOSED: Partial<Record<ItemEvent['type'], FigureKey>> = {
  ItemRegistered: 'items_registered',
  ItemWatched: 'items_watched',
  ItemMadeLongRunning: 'items_long_running',
  ItemReferredUp: 'items_referred_up',
  ItemSuspended: 'items_suspended',
  ItemSentToRework: 'items_rework',
  ItemRebounded: 'items_rebounded',
};

/**
 * Counts a month from the events of its cases, handed in stream by stream in any order. Whatever happened at the end of the
 * month or later is not seen, so that counting again comes to the same. Holds one row for each thing counted.
 */
export class MonthCount {
  readonly #window: MonthWindow;
  readonly #rows = new Map<FigureKey, RowRef[]>(FIGURES.map((key) => [key, []]));
  readonly #ofDepartment = new Map<string, Map<FigureKey, RowRef[]>>();
  readonly #strikeOffs: (Omit<StrikeOffLine, 'category'> & { complaintIds: readonly string[] })[] = [];
  readonly #categories = new Map<string, string>();

  constructor(window: MonthWindow) {
    this.#window = window;
  }

  addComplaint(events: readonly ComplaintEvent[]): void {
    const seen = this.#seen(events);
    const state = seen.reduce<Complaint | null>(evolveComplaint, null);
    if (state === null) return;
    const row: RowRef = { about: 'complaint', id: state.id, number: state.trackingNumber };
    const isOpen = !ENDED.includes(state.status);
    if (isOpen) this.#count('complaints_open', row);
    for (const event of seen) {
      const key = this.#isInMonth(event.at) ? IN_MONTH[event.type] : undefined;
      if (key !== undefined) this.#count(key, row);
      if (key === 'filed' && event.type === 'ComplaintSubmitted') this.#count(`filed_${event.channel}`, row);
    }
    const isOfMonth = isOpen || seen.some(({ at }) => this.#isInMonth(at));
    if (isOfMonth && 'category' in state && typeof state.category === 'string')
      this.#categories.set(state.id, state.category);
  }

  addItem(events: readonly ItemEvent[]): void {
    const seen = this.#seen(events);
    const state = seen.reduce<SupervisionItem | null>(evolveItem, null);
    if (state === null) return;
    const row: RowRef = { about: 'item', id: state.id, number: state.number };
    let lead: string | null = null;
    let before: SupervisionItem | null = null;
    for (const event of seen) {
      before = evolveItem(before, event);
      lead = assignmentOf(before)?.leadDepartmentId ?? lead;
      if (!this.#isInMonth(event.at)) continue;
      const key = DISPOSED[event.type];
      if (key !== undefined) this.#count(key, row);
      if (event.type === 'ProgressReported') this.#count('reports', row, event.report.departmentId);
      if (event.type === 'FindingFiled' && event.finding.visit !== null) this.#count('visits', row, lead);
      if (event.type === 'ItemStruckOff') this.#strikeOff(before, event, row);
    }
    const isOpen = state.status !== 'proposed' && state.status !== 'struck_off';
    if (!isOpen) return;
    const assignment = assignmentOf(state);
    this.#count('items_open', row, assignment?.leadDepartmentId ?? null);
    const isRunning = !isDisposed(state) && state.status !== 'suspended';
    if (
      isRunning &&
      assignment !== null &&
      isPast(assignment.deadline, lastRunningMoment(state, this.#window.until))
    )
      this.#count('items_late', row, assignment.leadDepartmentId);
    if (isRunning && assignment === null) this.#count('uncovered', row);
  }

  addCard(events: readonly CardEvent[]): void {
    const seen = this.#seen(events);
    const [first] = seen;
    if (first?.type !== 'CardProposed') return;
    const row: RowRef = { about: 'card', id: first.id, number: first.number };
    for (const event of seen) {
      if (!this.#isInMonth(event.at)) continue;
      if (event.type === 'CardIssued') this.#count(`${first.colour}_cards`, row, first.departmentId);
      if (event.type === 'CardRevoked') this.#count('cards_revoked', row);
    }
  }

  addCall({ complaintId, trackingNumber, departmentId, answers, isExcluded }: CountedCall): void {
    const row: RowRef = { about: 'complaint', id: complaintId, number: trackingNumber };
    this.#count('calls', row);
    if (answers === null) return;
    if (isExcluded) return this.#count('calls_excluded', row, departmentId);
    this.#count('calls_valid', row, departmentId);
    if (answers.contacted) this.#count('calls_contacted', row, departmentId);
    if (answers.solved) this.#count('calls_solved', row, departmentId);
    if (answers.satisfaction === 'satisfied' || answers.satisfaction === 'very_satisfied')
      this.#count('calls_satisfied', row, departmentId);
    if (answers.satisfaction === 'basically_satisfied') this.#count('calls_basically', row, departmentId);
  }

  figures(): readonly Figure[] {
    return FIGURES.map((key) => figure(key, this.#rows.get(key) ?? []));
  }

  /** Departments in the order given, each with its band beside all together. */
  departments(
    departments: readonly Named[],
    leastSample: number,
    weights: ThreeRatesPolicy = DEFAULT_SCORING.threeRates,
  ): readonly DepartmentFigures[] {
    const counted = departments.map(({ id, name, nameEn }) => {
      const rows = this.#ofDepartment.get(id);
      const figures = DEPARTMENT_FIGURES.map((key) => figure(key, rows?.get(key) ?? []));
      return { departmentId: id, name, nameEn, figures };
    });
    const zone = compositeInterval(callbackCountsOf(this.figures()), weights)?.value ?? null;
    return counted.map((one) => {
      const counts = callbackCountsOf(one.figures);
      return {
        ...one,
        band: bandOf(counts, zone, leastSample, weights),
        composite: compositeInterval(counts, weights),
      };
    });
  }

  /** By the day they were struck off, then by number. */
  strikeOffs(): readonly StrikeOffLine[] {
    return this.#strikeOffs
      .map(({ complaintIds, ...line }) => ({
        ...line,
        category: complaintIds.map((id) => this.#categories.get(id)).find((one) => one !== undefined) ?? null,
      }))
      .toSorted((a, b) => order(`${a.struckOffOn} ${a.number}`, `${b.struckOffOn} ${b.number}`));
  }

  #strikeOff(item: SupervisionItem, event: ItemEvent & { type: 'ItemStruckOff' }, row: RowRef): void {
    const { departmentId, isOnTime, at } = event;
    this.#count('items_struck_off', row);
    this.#count(isOnTime ? 'items_on_time' : 'items_struck_late', row, departmentId);
    this.#strikeOffs.push({
      ...{ itemId: row.id, number: row.number, departmentId, source: item.source, isOnTime },
      deadlineOn: assignmentOf(item)?.deadline.date ?? '',
      struckOffOn: localDateOf(at),
      complaintIds: item.complaintIds,
    });
  }

  /** Events up to the first that is not before the end of the month. */
  #seen<Event extends { readonly at: Instant }>(events: readonly Event[]): readonly Event[] {
    const end = events.findIndex(({ at }) => at >= this.#window.until);
    return end < 0 ? events : events.slice(0, end);
  }

  #isInMonth(at: Instant): boolean {
    return at >= this.#window.from && at < this.#window.until;
  }

  #count(key: FigureKey, row: RowRef, departmentId: string | null = null): void {
    this.#rows.get(key)?.push(row);
    if (departmentId === null) return;
    const figures = this.#ofDepartment.get(departmentId) ?? new Map<FigureKey, RowRef[]>();
    this.#ofDepartment.set(departmentId, figures);
    const rows = figures.get(key) ?? [];
    figures.set(key, rows);
    rows.push(row);
  }
}

function figure(key: FigureKey, rows: readonly RowRef[]): Figure {
  const sorted = rows.toSorted((a, b) => order(`${a.number} ${a.id}`, `${b.number} ${b.id}`));
  return { key, value: sorted.length, rows: sorted };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
