import {
  readRuleChangesAsked,
  readWaitingCards,
  readWaitingComplaints,
  readWaitingInspections,
  readWaitingItems,
  type Waiting,
  type WaitingCardKind,
  type WaitingComplaintKind,
  type WaitingInspectionKind,
  type WaitingItemKind,
} from '@bihuan/db';
import {
  localDateOf,
  unitsOf,
  workingDaysLeft,
  type Actor,
  type AdjustmentStatus,
  type BulletinStatus,
  type CardStatus,
  type ComplaintStatus,
  type Due,
  type InspectionStatus,
  type ItemStatus,
  type ReviewStatus,
  type Role,
  type SheetStatus,
  type StaffActor,
} from '@bihuan/domain';
import { waitingAdjustments } from '../appraisal/adjustment/waiting-adjustments.ts';
import { waitingResults } from '../appraisal/indicator/waiting-results.ts';
import { waitingSheets, type WaitingSheetKind } from '../appraisal/sheet/waiting-sheets.ts';
import { waitingBulletins } from '../bulletin/waiting-bulletins.ts';
import type { House } from '../house.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { waitingPolicies, type WaitingPolicy } from '../policy/editing/waiting-policies.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { Work } from '../work.ts';
import { listCallbacks } from './list-callbacks.ts';
import { waitingReviews } from './rating-review/read-review.ts';

export const MOST_WAITING = 50;

type Line<Status extends string> = Omit<Waiting<Status>, 'dueOn' | 'dueHalf' | 'isDueProvisional'> & {
  readonly due: Due | null;
  /** Working days to come, negative where late; null where no clock runs. */
  readonly daysLeft: number | null;
};

type ItemKind = WaitingItemKind;

/** One kind of work that waits, with the most urgent first. */
export type InboxSection = { readonly isCapped: boolean } & (
  | {
      readonly about: 'complaint';
      readonly kind: WaitingComplaintKind | 'callbacks';
      readonly lines: readonly Line<ComplaintStatus>[];
    }
  | {
      readonly about: 'review';
      readonly kind: 'rating_reviews';
      readonly lines: readonly Line<ReviewStatus>[];
    }
  | { readonly about: 'item'; readonly kind: ItemKind; readonly lines: readonly Line<ItemStatus>[] }
  | { readonly about: 'card'; readonly kind: WaitingCardKind; readonly lines: readonly Line<CardStatus>[] }
  | {
      readonly about: 'inspection';
      readonly kind: WaitingInspectionKind;
      readonly lines: readonly Line<InspectionStatus>[];
    }
  | {
      readonly about: 'adjustment';
      readonly kind: 'adjustments_to_sign';
      /** The number is that of the period. */
      readonly lines: readonly Line<AdjustmentStatus>[];
    }
  | {
      readonly about: 'indicator';
      readonly kind: 'results_to_confirm';
      readonly lines: readonly Line<'waiting'>[];
    }
  | {
      readonly about: 'recurring';
      readonly kind: 'rule_changes';
      /** The number is the name of the category. */
      readonly lines: readonly Line<'change_asked'>[];
    }
  | {
      readonly about: 'policy';
      readonly kind: 'policies_to_sign' | 'policy_drafts';
      /** The id is the kind of the policy, the number its version. */
      readonly lines: readonly Line<'draft' | 'signed'>[];
    }
  | {
      readonly about: 'bulletin';
      readonly kind: 'bulletins_to_approve';
      readonly lines: readonly Line<BulletinStatus>[];
    }
  | {
      readonly about: 'sheet';
      readonly kind: WaitingSheetKind;
      /** `not_opened`: the period is over and has no sheet. */
      readonly lines: readonly Line<SheetStatus | 'not_opened'>[];
    }
);

/** What each role works on, in the order in which it is shown. */
const COMPLAINT_WORK: Readonly<Partial<Record<Role, readonly WaitingComplaintKind[]>>> = {
  clerk: ['questions', 'check_calls'],
  inspector: ['reviews'],
  assessor: ['reviews'],
  leader: ['late_with_office', 'objections', 'reviews', 'finals'],
  triage_admin: ['objections', 'to_triage', 'left_behind', 'to_take_up', 'to_route', 'to_answer'],
};

const ITEM_WORK: Readonly<Partial<Record<Role, readonly ItemKind[]>>> = {
  triage_admin: [
    'escalated',
    'to_countersign',
    'returns',
    'to_assign',
    'extensions',
    'disputes',
    'strike_off_requests',
    'notice_objections',
    'ready',
    'rebounded',
    'look_again',
  ],
  leader: ['escalated', 'to_countersign', 'to_designate', 'extensions'],
  department_head: ['escalated', 'to_sign', 'advancing'],
  department_officer: ['escalated', 'to_sign', 'advancing'],
  inspector: ['escalated', 'verifications', 'third_checks', 'look_again'],
  assessor: ['corroborations'],
};

const CARD_WORK: Readonly<Partial<Record<Role, readonly WaitingCardKind[]>>> = {
  triage_admin: ['cards_to_issue', 'card_objections'],
  leader: ['card_objections'],
  department_head: ['cards_noticed'],
};

/** `null`: whoever is on the team, whatever their role. */
const INSPECTION_WORK: readonly (readonly [Role | null, WaitingInspectionKind])[] = [
  ['triage_admin', 'inspections_to_prepare'],
  [null, 'inspections_under_way'],
  ['leader', 'inspection_reports'],
];

/** What waits for this person now, by kind of work; kinds without anything are left out. */
export async function readInbox(house: House, actor: Actor): Promise<Result<readonly InboxSection[]>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const callbacks = actor.roles.includes('clerk') ? [callbackSection(house, actor)] : [];
  const complaints = kindsOf(COMPLAINT_WORK, actor).map((kind) => complaintSection(house, actor, kind));
  const items = kindsOf(ITEM_WORK, actor).map((kind) => itemSection(house, actor, kind));
  const cards = kindsOf(CARD_WORK, actor).map((kind) => cardSection(house, actor, kind));
  const inspections = INSPECTION_WORK.filter(([role]) => role === null || actor.roles.includes(role)).map(
    ([, kind]) => inspectionSection(house, actor, kind),
  );
  const sections = await Promise.all([
    ...callbacks,
    reviewSection(house, actor),
    ...complaints,
    ...items,
    ...cards,
    ...inspections,
  ]);
  const sheets = await sheetSections(house, actor);
  const adjustments = await adjustmentSection(house, actor);
  const policies = await policySections(house, actor);
  const results = await resultSection(house, actor);
  const changes = await ruleChangeSection(house, actor);
  const bulletins = await bulletinSection(house, actor);
  return done(
    [...sections, ...sheets, results, adjustments, ...policies, changes, bulletins].filter(
      ({ lines }) => lines.length > 0,
    ),
  );
}

/** How much waits for this person now: a number up to 50 per kind of work, and whether there is more. */
export async function countInbox(
  house: House,
  actor: Actor,
): Promise<Result<{ readonly count: number; readonly isCapped: boolean }>> {
  const inbox = await readInbox(house, actor);
  if (!inbox.ok) return inbox;
  const count = inbox.value.reduce((sum, { lines }) => sum + lines.length, 0);
  return done({ count, isCapped: inbox.value.some(({ isCapped }) => isCapped) });
}

function kindsOf<Kind>(
  work: Readonly<Partial<Record<Role, readonly Kind[]>>>,
  { roles }: StaffActor,
): readonly Kind[] {
  return [...new Set(roles.flatMap((role) => work[role] ?? []))];
}

async function reviewSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const found = await waitingReviews(house, actor);
  const rows = found.slice(0, MOST_WAITING).map(({ id, trackingNumber, title, status, openedAt, dueOn }) => ({
    ...{ id, number: trackingNumber, title, status, since: openedAt, dueOn },
    ...{ dueHalf: 'pm' as const, isDueProvisional: false },
  }));
  const isCapped = found.length > MOST_WAITING;
  return { about: 'review', kind: 'rating_reviews', isCapped, lines: await linesOf(house, rows) };
}

async function inspectionSection(
  house: House,
  actor: StaffActor,
  kind: WaitingInspectionKind,
): Promise<InboxSection> {
  const staffId = actor.standsInFor?.staffId ?? actor.staffId;
  const units = unitsOf(actor);
  const { rows, isCapped } = await readWaitingInspections(house.db, kind, { staffId, units }, MOST_WAITING);
  return { about: 'inspection', kind, isCapped, lines: await linesOf(house, rows) };
}

async function sheetSections(house: House, actor: StaffActor): Promise<readonly InboxSection[]> {
  const found = await waitingSheets(house, actor);
  return Promise.all(
    found.map(async ({ kind, rows }): Promise<InboxSection> => {
      const waiting = rows.map(({ status, ...row }) => ({
        ...{ ...row, status: status ?? ('not_opened' as const), since: '' },
        ...{ dueHalf: row.dueOn === null ? null : ('pm' as const), isDueProvisional: false },
      }));
      return { about: 'sheet', kind, isCapped: false, lines: await linesOf(house, waiting) };
    }),
  );
}

async function adjustmentSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const found = await waitingAdjustments(house, actor);
  const rows = found.slice(0, MOST_WAITING).map(({ id, period, basis, status, proposedAt }) => ({
    ...{ id, number: period, title: basis, status, since: proposedAt },
    ...{ dueOn: null, dueHalf: null, isDueProvisional: false },
  }));
  const isCapped = found.length > MOST_WAITING;
  return { about: 'adjustment', kind: 'adjustments_to_sign', isCapped, lines: await linesOf(house, rows) };
}

async function resultSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const found = await waitingResults(house, actor);
  const rows = found.slice(0, MOST_WAITING).map(({ name, ...row }) => ({
    ...{ ...row, title: name, status: 'waiting' as const },
    ...{ dueOn: null, dueHalf: null, isDueProvisional: false },
  }));
  const isCapped = found.length > MOST_WAITING;
  return { about: 'indicator', kind: 'results_to_confirm', isCapped, lines: await linesOf(house, rows) };
}

/** Whoever asked for the change of a rule closes it, and sees when it is due. */
async function ruleChangeSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const found = actor.roles.includes('triage_admin')
    ? await readRuleChangesAsked(house.db, MOST_WAITING + 1)
    : [];
  const rows = found.slice(0, MOST_WAITING).map(({ id, categoryName, text, dueOn }) => ({
    ...{ id, number: categoryName, title: text, status: 'change_asked' as const, since: '' },
    ...{ dueOn, dueHalf: 'pm' as const, isDueProvisional: false },
  }));
  const isCapped = found.length > MOST_WAITING;
  return { about: 'recurring', kind: 'rule_changes', isCapped, lines: await linesOf(house, rows) };
}

async function policySections(house: House, actor: StaffActor): Promise<readonly InboxSection[]> {
  const { toSign, drafts } = await waitingPolicies(house, actor);
  const lines = (rows: readonly WaitingPolicy[], status: 'draft' | 'signed') =>
    linesOf(
      house,
      rows.map(({ kind, version, reason, since }) => ({
        ...{ id: kind, number: version, title: reason, status, since },
        ...{ dueOn: null, dueHalf: null, isDueProvisional: false },
      })),
    );
  return [
    {
      ...{ about: 'policy', kind: 'policies_to_sign', isCapped: false },
      lines: await lines(toSign, 'signed'),
    },
    { ...{ about: 'policy', kind: 'policy_drafts', isCapped: false }, lines: await lines(drafts, 'draft') },
  ];
}

async function bulletinSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const rows = (await waitingBulletins(house, actor)).map(({ id, month, title, status, draftedAt }) => ({
    ...{ id, number: month ?? draftedAt.slice(0, 10), title, status, since: draftedAt },
    ...{ dueOn: null, dueHalf: null, isDueProvisional: false },
  }));
  return {
    about: 'bulletin',
    kind: 'bulletins_to_approve',
    isCapped: false,
    lines: await linesOf(house, rows),
  };
}

async function complaintSection(
  house: House,
  actor: StaffActor,
  kind: WaitingComplaintKind,
): Promise<InboxSection> {
  const { rows, isCapped } = await readWaitingComplaints(house.db, kind, actor, MOST_WAITING);
  return { about: 'complaint', kind, isCapped, lines: await linesOf(house, rows) };
}

async function itemSection(house: House, actor: StaffActor, kind: ItemKind): Promise<InboxSection> {
  const { maxReturns } = await deadlinesOf(house);
  const { departmentId } = actor;
  const staffId = actor.standsInFor?.staffId ?? actor.staffId;
  const { rows, isCapped } = await readWaitingItems(
    house.db,
    kind,
    { departmentId, staffId, maxReturns, today: localDateOf(house.now()) },
    MOST_WAITING,
  );
  const open = kind === 'corroborations' ? await onlyCorroborable(house, actor, rows) : rows;
  const ofItem = await complaintsOfItems(house, open);
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  const lines = (await linesOf(house, open)).map((line) => hide.matter(line, ofItem.get(line.id) ?? []));
  return { about: 'item', kind, isCapped, lines };
}

async function cardSection(house: House, actor: StaffActor, kind: WaitingCardKind): Promise<InboxSection> {
  const { rows, isCapped } = await readWaitingCards(
    house.db,
    kind,
    actor,
    localDateOf(house.now()),
    MOST_WAITING,
  );
  return { about: 'card', kind, isCapped, lines: await linesOf(house, rows) };
}

async function callbackSection(house: House, actor: StaffActor): Promise<InboxSection> {
  const found = await listCallbacks(house, actor);
  const all = found.ok ? found.value : [];
  const lines = all.slice(0, MOST_WAITING).map(({ complaintId, trackingNumber, title, dueOn, daysLeft }) => ({
    ...{
      id: complaintId,
      number: trackingNumber,
      title,
      status: 'under_supervision' as const,
      since: '',
      daysLeft,
    },
    due: dueOn === null ? null : { date: dueOn, half: 'pm' as const, provisional: false },
  }));
  return { about: 'complaint', kind: 'callbacks', isCapped: all.length > MOST_WAITING, lines };
}

/** An assessor corroborates only where no complainant can be called first; the rule itself is asked. */
async function onlyCorroborable<Row extends { readonly id: string }>(
  house: House,
  actor: StaffActor,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const says = { isResolved: true, isFalseRequest: false, text: '-', complaintId: null, visit: null };
  const command = { type: 'file_finding', findingId: '', part: 'B', kind: 'corroboration', ...says } as const;
  const weighed = await Promise.all(
    rows.map(async (row) => {
      const decision = await new Work(house, actor).weighItem(row.id, command);
      return decision.ok && decision.value.ok;
    }),
  );
  return rows.filter((_, index) => weighed[index]);
}

async function linesOf<Status extends string>(
  house: House,
  rows: readonly Waiting<Status>[],
): Promise<readonly Line<Status>[]> {
  const calendar = await calendarOf(house);
  return rows.map(({ dueOn, dueHalf, isDueProvisional, ...row }) => {
    const due =
      dueOn === null || dueHalf === null
        ? null
        : { date: dueOn, half: dueHalf, provisional: isDueProvisional };
    return { ...row, due, daysLeft: due && workingDaysLeft(due, house.now(), calendar) };
  });
}
