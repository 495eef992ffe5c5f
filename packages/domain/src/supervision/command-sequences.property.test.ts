import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantAt, localDateOf } from '../calendar/index.ts';
import { cardsOfItemEvent } from '../card/cards-of-event.ts';
import { foldComplaint } from '../complaint/evolve-complaint.ts';
import { DEFAULT_CARDS } from '../policy/card-policy.ts';
import { fresh, underWay } from '../testing/random-work/beginnings.ts';
import { complaintAccountIn, complaintAccountOf } from '../testing/random-work/complaint-account.ts';
import { itemAccountIn, itemAccountOf } from '../testing/random-work/item-account.ts';
import { steps } from '../testing/random-work/step.ts';
import { hasTwoFindings } from '../testing/random-work/two-findings.ts';
import { World } from '../testing/random-work/world.ts';
import { foldItem } from './evolve-item.ts';
import type { ItemEvent } from './item-event.ts';

const monday = '2026-10-12T01:00:00.000Z';
const turnOfTheYear = '2026-12-18T06:30:00.000Z';

const beginnings = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      fresh(monday, 'normal'),
      fresh(monday, 'key'),
      fresh(monday, 'listed'),
      fresh(turnOfTheYear, 'normal'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      underWay('ready'),
      underWay('verifying'),
      underWay('in_disagreement'),
      underWay('verified_unresolved'),
      underWay('rework'),
      underWay('struck_off'),
      underWay('struck_off', 30),
      underWay('struck_off', 90),
      underWay('suspended'),
    ),
  },
);

/** `FUZZ=20` runs twenty times as many; a failure names its seed. */
const { process } = globalThis as { process?: { env: Readonly<Record<string, string>> } };
const TIMES = Number(process?.env['FUZZ'] ?? 1);

test('no sequence of commands breaks what must hold', { timeout: 300_000 * TIMES }, () => {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  fc.assert(
    fc.property(beginnings, steps, (beginning, sequence) => {
      const world = new World(beginning);
      for (const step of sequence) {
        const [events, lines] = [[...world.itemEvents], [...world.lines]];
        world.take(step);
        onlyAppends(events, world.itemEvents);
        onlyAppends(lines, world.lines);
      }
      strikesOffOnTwoFindingsOnly(world);
      keepsNotices(world);
      answersSolvedOnStrikeOffOnly(world);
      crossesOnceAndNeverProvisionally(world);
      nearsOnceAndBeforeTheDate(world);
      escalatesOnceAndOnlyWhatIsLate(world);
      cardsOnceForOneCause(world);
      chargesWhoHoldsTheBall(world);
      standsStillWhileAllWait(world);
      foldsToItsState(world);
      keepsTheBalance(world);
      for (const event of world.itemChanges.flatMap(({ events }) => events))
        see(event.type === 'FindingFiled' ? `finding ${event.finding.part}` : event.type);
      world.complaintEvents
        .flatMap((events, index) => events.slice(beginning.complaintEvents[index]?.length))
        .forEach(({ type }) => see(type));
      world.refusals.forEach(see);
    }),
    { numRuns: 10_000 * TIMES },
  );

  expect(WELL_TRODDEN.filter(([what, least]) => (seen.get(what) ?? 0) < least)).toEqual([]);
});

/** How often 10,000 runs must have come by each place, or they have shown nothing. */
const WELL_TRODDEN: readonly (readonly [string, number])[] = [
  ['ItemAssigned', 1000],
  ['ItemSigned', 1000],
  ['ItemReturned', 200],
  ['ProgressReported', 1000],
  ['MeasureCompleted', 1000],
  ['StrikeOffRequested', 1000],
  ['VerificationOpened', 1000],
  ['finding A', 1000],
  ['finding B', 1000],
  ['finding C', 100],
  ['ItemStruckOff', 300],
  ['ItemSentToRework', 200],
  ['ItemWatched', 200],
  ['ItemMadeLongRunning', 200],
  ['ItemReferredUp', 200],
  ['ItemTakenUpAgain', 500],
  ['ItemRebounded', 200],
  ['ItemSuspended', 500],
  ['ItemResumed', 500],
  ['ExtensionRequested', 200],
  ['ExtensionDecided', 100],
  ['ReportRejected', 100],
  ['DirectiveGiven', 100],
  ['DirectiveAnswered', 50],
  ['TeamFormed', 50],
  ['VisitRecorded', 100],
  ['MeetingHeld', 100],
  ['CooperationAssessed', 100],
  ['PublicNoticeGiven', 50],
  ['NoticeObjected', 20],
  ['NoticeObjectionRuled', 10],
  ['MeasureDisputed', 100],
  ['DisputeRuled', 50],
  ['ItemLookedBack', 50],
  ['ItemInquired', 50],
  ['DeadlineCrossed', 1000],
  ['ItemEscalated', 500],
  ['DeadlineNeared', 500],
  ['DueDateRecomputed', 1000],
  ['ClocksPaused', 200],
  ['ClocksResumed', 200],
  ['ComplaintPlacedUnderSupervision', 1000],
  ['ComplainantAsked', 200],
  ['CallbackRecorded', 1000],
  ['AnswerPublished', 200],
  ['AnswerDisputed', 100],
  ['ComplaintReopened', 20],
  ['ComplaintUnmerged', 100],
  ['two_findings_needed', 200],
  ['finder_not_independent', 200],
  ['finder_of_concerned_department', 1000],
  ['not_authorised', 1000],
  ['illegal_move', 1000],
  ['due_is_provisional', 20],
];

function onlyAppends(before: readonly unknown[], after: readonly unknown[]): void {
  if (before.some((one, index) => one !== after[index])) throw new Error('an entry was changed or removed');
}

function strikesOffOnTwoFindingsOnly({ itemEvents, itemChanges }: World): void {
  itemEvents.forEach((event, index) => {
    if (event.type === 'ItemStruckOff') expect(hasTwoFindings(itemEvents.slice(0, index))).toBe(true);
  });
  for (const { before, after, events } of itemChanges) {
    const isNew = after.status === 'struck_off' && before.status !== 'struck_off';
    if (isNew) expect(events.map((event) => event.type)).toContain('ItemStruckOff');
  }
}

/** Nothing leaves the list while its notice runs, or with an objection open or upheld. */
function keepsNotices({ itemChanges }: World): void {
  for (const { before, events } of itemChanges)
    for (const event of events) {
      if (event.type !== 'ItemStruckOff' || before.notice === null) continue;
      expect(localDateOf(event.at) > before.notice.until.date).toBe(true);
      expect(before.notice.objections.every(({ ruling }) => ruling?.isUpheld === false)).toBe(true);
    }
}

function answersSolvedOnStrikeOffOnly({ solvedAnswers }: World): void {
  for (const itemEvents of solvedAnswers) expect(itemAccountOf(itemEvents).status).toBe('struck_off');
}

function crossesOnceAndNeverProvisionally({ itemChanges, itemEvents, complaintEvents }: World): void {
  const item = itemEvents.filter((event) => event.type === 'DeadlineCrossed');
  const keys = item.map(({ deadline, ref, due, level }) => `${deadline} ${ref} ${due.date} ${level}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(item.every(({ due }) => !due.provisional)).toBe(true);
  for (const { before, events } of itemChanges) {
    const isStill = ['proposed', 'registered', 'returned', 'strike_off_requested', 'suspended'].includes(
      before.status,
    );
    const isDisposed = ['struck_off', 'watched', 'long_running', 'referred_up', 'rebounded'].includes(
      before.status,
    );
    if (isStill || isDisposed) expect(events.some((event) => event.type === 'DeadlineCrossed')).toBe(false);
  }
  for (const events of complaintEvents) {
    const crossed = events.filter((event) => event.type === 'DeadlineCrossed');
    const ofComplaint = crossed.map(({ clock, due, level }) => `${clock} ${due.date} ${level}`);
    expect(new Set(ofComplaint).size).toBe(crossed.length);
    expect(crossed.every(({ due }) => !due.provisional)).toBe(true);
  }
}

/** It is told once of a date, before it is over and never of a provisional one. */
function nearsOnceAndBeforeTheDate({ itemEvents }: World): void {
  const near = itemEvents.filter((event) => event.type === 'DeadlineNeared');
  expect(new Set(near.map(({ deadline, ref, due }) => `${deadline} ${ref} ${due.date}`)).size).toBe(
    near.length,
  );
  for (const { at, due } of near) {
    expect(due.provisional).toBe(false);
    expect(localDateOf(at) <= due.date).toBe(true);
  }
}

/** A step is written once, in the order of the chain, and only over a date that was crossed; whoever it went to, or why nobody. */
function escalatesOnceAndOnlyWhatIsLate({ itemEvents }: World): void {
  const steps = itemEvents.filter((event) => event.type === 'ItemEscalated');
  const keys = steps.map(({ deadline, ref, due, tier }) => `${deadline} ${ref} ${due.date} ${tier}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { at, due, staffIds, missing } of steps) {
    expect(due.provisional).toBe(false);
    expect(localDateOf(at) > due.date).toBe(true);
    expect(staffIds.length > 0 || missing !== null).toBe(true);
  }
}

function cardsOnceForOneCause({ itemChanges }: World): void {
  const calls = itemChanges.flatMap(({ after, events }) =>
    events.flatMap((event) => cardsOfItemEvent(event, after, DEFAULT_CARDS)),
  );
  const causes = calls.map(({ cause, causeRef }) => `${cause} ${causeRef}`);
  expect(new Set(causes).size).toBe(causes.length);
}

/**
 * Read off the raw events: an overrun of the item is of the lead, unless all that was open then, and not disputed, is of others; a
 * further step of it of somebody who had the ball as one of its days began.
 */
function chargesWhoHoldsTheBall({ itemEvents }: World): void {
  itemEvents.forEach((event, index) => {
    if (event.type !== 'DeadlineCrossed' || event.deadline !== 'item') return;
    const { status, lead, measures } = itemAccountOf(itemEvents.slice(0, index));
    expect(['signed', 'advancing', 'rework']).toContain(status);
    const holdersAt = (moment: string) => {
      const open = measures.filter(({ completedAt }) => completedAt === null || completedAt > moment);
      const owners = open.flatMap(({ departmentId, dispute, settled = [] }) => {
        const waits = [
          ...settled,
          ...(dispute === undefined ? [] : [{ at: dispute.at, ruledAt: '9999-12-31' }]),
        ];
        if (waits.some(({ at, ruledAt }) => at <= moment && moment < ruledAt)) return [];
        return settled.find(({ at }) => moment < at)?.departmentId ?? departmentId;
      });
      return owners.length === 0 || owners.includes(lead ?? '') ? [lead] : owners;
    };
    const days: string[] = [];
    for (let date = addDays(event.due.date, 1); date <= localDateOf(event.at); date = addDays(date, 1))
      days.push(instantAt(date, '00:00'));
    // What was done is done, even where the clock was set back since.
    const holders = event.level === 0 ? holdersAt('9999') : days.flatMap(holdersAt);
    expect(holders).toContain(event.departmentId);
  });
}

/** Read off the raw events: from the question to its answer or the last day for it, no date of the departments is crossed. */
function standsStillWhileAllWait({ itemEvents }: World): void {
  itemEvents.forEach((event, index) => {
    if (event.type !== 'DeadlineCrossed' || ['verification', 'directive'].includes(event.deadline)) return;
    expect(itemAccountOf(itemEvents.slice(0, index)).wait).toBeNull();
  });
}

/** The state kept by evolving is the fold of the events as they come back from storage, and what the raw events say. */
function foldsToItsState({ item, itemEvents, complaints, complaintEvents }: World): void {
  expect(stored(itemEvents)).toStrictEqual(itemEvents);
  expect(foldItem(stored(itemEvents))).toStrictEqual(item);
  expect(itemAccountIn(item)).toEqual(itemAccountOf(itemEvents));
  complaints.forEach((complaint, index) => {
    const events = complaintEvents[index] ?? [];
    expect(stored(events)).toStrictEqual(events);
    expect(foldComplaint(stored(events))).toStrictEqual(complaint);
    expect(complaintAccountIn(complaint)).toEqual(complaintAccountOf(events));
  });
}

function stored<Event>(events: readonly Event[]): readonly Event[] {
  return JSON.parse(JSON.stringify(events)) as readonly Event[];
}

/** The balance kept line by line, the sum of the lines, and what the raw events cost by the rules. */
function keepsTheBalance({ lines, balances, itemEvents }: World): void {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);
  expect(sum(lines.map((line) => line.centipoints))).toBe(sum(balances.values()));
  expect(sum(balances.values())).toBe(sum(itemEvents.map(costOf)));
}

function costOf(event: ItemEvent): number {
  switch (event.type) {
    case 'ItemStruckOff':
      return event.isOnTime ? 100 : 0;
    case 'DeadlineCrossed':
      return event.deadline === 'item' ? (event.level === 0 ? -200 : -100) : 0;
    case 'ItemSentToRework':
      return event.isFalseRequest ? -1300 : -300;
    case 'ReportRejected':
      return [-50, -100, -200, -500][Math.min(event.nth, 4) - 1] ?? 0;
    default:
      return 0;
  }
}
