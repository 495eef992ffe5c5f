import { endOf, isPast, type Due } from '../../calendar/index.ts';
import type { ItemEvent } from '../../supervision/item-event.ts';
import { assignmentOf, type Measure, type SupervisionItem } from '../../supervision/supervision-item.ts';

type Named<Type extends ItemEvent['type']> = ItemEvent & { type: Type };

/** What the raw events of an item say, read without the domain's own folding: the last word on each matter. */
export function itemAccountOf(events: readonly ItemEvent[]) {
  const all = <Type extends ItemEvent['type']>(type: Type) =>
    events.filter((event): event is Named<Type> => event.type === type);
  const lastIndex = (type: ItemEvent['type']) => events.findLastIndex((event) => event.type === type);
  const {
    type: _,
    at: proposedAt,
    complaintIds,
    ...proposed
  } = all('ItemProposed')[0] as Named<'ItemProposed'>;
  const assigned = all('ItemAssigned').at(-1);
  const sinceAssigned = assigned === undefined ? [] : events.slice(lastIndex('ItemAssigned'));
  const signed = sinceAssigned.findLast((event) => event.type === 'ItemSigned');
  const completed = new Map(all('MeasureCompleted').map((event) => [event.measureId, event]));
  const measures = events.flatMap((event, index) =>
    event.type === 'ItemAssigned' || event.type === 'MeetingHeld'
      ? event.measures
          .filter((measure) => index >= lastIndex('ItemAssigned') || completed.has(measure.id))
          .flatMap((measure) => afterDisputes(measure, events.slice(index + 1)))
      : [],
  );
  const moved = sinceAssigned.findLast(
    (event) =>
      (event.type === 'DueDateRecomputed' && event.deadline === 'item') ||
      (event.type === 'ExtensionDecided' && event.isGranted),
  ) as { readonly due: Due } | undefined;
  const reportDues = sinceAssigned.flatMap((event) =>
    event.type === 'DueDateRecomputed' && event.deadline === 'heartbeat'
      ? [event.due]
      : 'nextReportDue' in event
        ? [event.nextReportDue]
        : [],
  );
  const findingsFrom = Math.max(lastIndex('StrikeOffRequested'), lastIndex('ItemAssigned')) + 1;
  return {
    ...proposed,
    proposedAt,
    status: statusOf(events),
    complaintIds: [...complaintIds, ...all('ComplaintLinked').map((event) => event.complaintId)],
    returns: all('ItemReturned').length,
    reworks: all('ItemSentToRework').length,
    reports: all('ProgressReported').map((event) => event.report),
    findings: events
      .slice(findingsFrom)
      .flatMap((event) => (event.type === 'FindingFiled' ? [event.finding] : [])),
    crossings: all('DeadlineCrossed').map(
      ({ deadline, ref, due, level }) =>
        `${ref === '' ? deadline : `${deadline}:${ref}`}:${due.date}:${level}`,
    ),
    nearings: all('DeadlineNeared').map(
      ({ deadline, ref, due }) => `${ref === '' ? deadline : `${deadline}:${ref}`}:${due.date}:-1`,
    ),
    escalations: all('ItemEscalated').map(
      ({ deadline, ref, due, tier, staffIds }) => `${deadline} ${ref} ${due.date} ${tier} ${staffIds.join()}`,
    ),
    measures: measures.map(({ id, text, departmentId, dueOn, dispute, settled }) => {
      const { at = null, evidence = '', explanation } = completed.get(id) ?? {};
      return {
        ...{ id, text, departmentId, dueOn, completedAt: at, evidence },
        ...(explanation === undefined ? {} : { explanation }),
        ...(dispute === undefined ? {} : { dispute }),
        ...(settled === undefined ? {} : { settled }),
      };
    }),
    lead: assigned?.assignment.leadDepartmentId,
    cooperating: assigned?.assignment.cooperatingDepartmentIds,
    isDesignated: assigned?.assignment.isDesignated,
    deadline: moved?.due ?? assigned?.assignment.deadline,
    workingDays:
      assigned &&
      sinceAssigned.reduce(
        (days, event) =>
          event.type === 'ExtensionDecided' && event.isGranted ? days + event.workingDays : days,
        assigned.assignment.clock.workingDays,
      ),
    rejected: all('ReportRejected').map(({ reportId, nth }) => `${reportId} ${nth}`),
    asked: all('ExtensionRequested').length - all('ExtensionDecided').length,
    directives: all('DirectiveGiven').map(({ directiveId }) => ({
      id: directiveId,
      answer: all('DirectiveAnswered').find((answer) => answer.directiveId === directiveId)?.text,
    })),
    assessments: all('CooperationAssessed').map(
      ({ departmentId, aboutId, side, level }) => `${departmentId} ${aboutId} ${side} ${level}`,
    ),
    objections: noticeIn(events),
    signedAt: signed?.at,
    nextReportDue: signed && reportDues.at(-1),
    wait: waitIn(events).open,
    interruptions: assigned && interruptionsIn(events.length - sinceAssigned.length, events),
  };
}

/** What was said of one measure since: nothing is left of it where it was withdrawn. */
function afterDisputes(measure: Measure, later: readonly ItemEvent[]): readonly Measure[] {
  const about = later.filter(
    (event) =>
      (event.type === 'MeasureDisputed' || event.type === 'DisputeRuled') && event.measureId === measure.id,
  );
  const rulings = about.filter((event) => event.type === 'DisputeRuled');
  if (rulings.some(({ ruling }) => ruling === 'measure_withdrawn')) return [];
  const { departmentId, dueOn } = rulings.at(-1) ?? measure;
  const asked = about.filter((event) => event.type === 'MeasureDisputed');
  const settled = rulings.map(({ at: ruledAt }, index) => ({
    departmentId: asked[index]?.departmentId ?? '',
    at: asked[index]?.at ?? '',
    ruledAt,
  }));
  const after = { ...measure, departmentId, dueOn, ...(settled.length === 0 ? {} : { settled }) };
  const last = about.at(-1);
  if (last?.type !== 'MeasureDisputed') return [after];
  const { at, by, reason, basis } = last;
  return [{ ...after, dispute: { at, by, reason, basis } }];
}

/** The same matters as the folded state has them; a suspended item as it was before. */
export function itemAccountIn(item: SupervisionItem): ReturnType<typeof itemAccountOf> {
  const held = item.status === 'suspended' ? item.before : item;
  const assignment = assignmentOf(item);
  return {
    id: item.id,
    number: item.number,
    source: item.source,
    basis: item.basis,
    problem: item.problem,
    importance: item.importance,
    deadlineVersion: item.deadlineVersion,
    proposedAt: item.proposedAt,
    proposedBy: item.proposedBy,
    status: item.status,
    complaintIds: [...item.complaintIds],
    returns: item.returns,
    reworks: item.reworks,
    reports: [...item.reports],
    findings: [...item.findings],
    crossings: [...item.crossings],
    nearings: [...item.nearings],
    escalations: item.escalations.map(
      ({ deadline, ref, due, tier, staffIds }) => `${deadline} ${ref} ${due.date} ${tier} ${staffIds.join()}`,
    ),
    measures: [...item.measures],
    lead: assignment?.leadDepartmentId,
    cooperating: assignment?.cooperatingDepartmentIds,
    isDesignated: assignment?.isDesignated,
    deadline: assignment?.deadline,
    workingDays: assignment?.clock.workingDays,
    rejected: item.rejections.map(({ reportId, nth }) => `${reportId} ${nth}`),
    asked: item.extensions.filter(({ decision }) => decision === null).length,
    directives: item.directives.map(({ id, answer }) => ({ id, answer: answer?.text })),
    assessments: item.assessments.map(
      ({ departmentId, aboutId, side, level }) => `${departmentId} ${aboutId} ${side} ${level}`,
    ),
    objections:
      item.notice?.objections.map(({ id, ruling }) => [id, ruling?.isUpheld ?? null] as const) ?? null,
    signedAt: 'signedAt' in held ? held.signedAt : undefined,
    nextReportDue: 'nextReportDue' in held ? held.nextReportDue : undefined,
    wait: item.wait === null ? null : [item.wait.since, item.wait.until.date],
    interruptions:
      'interruptions' in held ? held.interruptions.map(({ leftAt, backAt }) => [leftAt, backAt]) : undefined,
  };
}

function statusOf(events: readonly ItemEvent[]): SupervisionItem['status'] {
  let status: SupervisionItem['status'] = 'proposed';
  let suspendedFrom: SupervisionItem['status'] = status;
  for (const event of events) {
    if (event.type === 'ItemSuspended') suspendedFrom = status;
    if (event.type === 'ItemResumed') status = suspendedFrom;
    else if (event.type === 'ReturnRuled') status = event.ruling === 'reject' ? 'assigned' : status;
    else status = STATUS_AFTER[event.type] ?? status;
  }
  return status;
}

const STATUS_AFTER: Readonly<Partial<Record<ItemEvent['type'], SupervisionItem['status']>>> = {
  ItemRegistered: 'registered',
  ItemAssigned: 'assigned',
  ItemSigned: 'signed',
  ItemReturned: 'returned',
  ProgressReported: 'advancing',
  MeasureCompleted: 'advancing',
  StrikeOffRequested: 'strike_off_requested',
  VerificationOpened: 'verifying',
  ItemStruckOff: 'struck_off',
  ItemWatched: 'watched',
  ItemMadeLongRunning: 'long_running',
  ItemReferredUp: 'referred_up',
  ItemSentToRework: 'rework',
  ItemTakenUpAgain: 'advancing',
  ItemSuspended: 'suspended',
  ItemRebounded: 'rebounded',
};

/** Objections to the notice of the latest request for strike-off, with their rulings; null where no notice was given. */
function noticeIn(events: readonly ItemEvent[]) {
  const since = events.slice(events.findLastIndex((event) => event.type === 'StrikeOffRequested') + 1);
  if (!since.some((event) => event.type === 'PublicNoticeGiven')) return null;
  return since.flatMap((event) => {
    if (event.type !== 'NoticeObjected') return [];
    const ruling = since.find(
      (other) => other.type === 'NoticeObjectionRuled' && other.objectionId === event.objectionId,
    ) as { readonly isUpheld: boolean } | undefined;
    return [[event.objectionId, ruling?.isUpheld ?? null] as const];
  });
}

/** When the complainant was asked: the waits that are over, and since when and until when at most one goes on. */
function waitIn(events: readonly ItemEvent[]) {
  const over: string[][] = [];
  let open: string[] | null = null;
  for (const event of events) {
    if (event.type === 'ClocksPaused') open = [open?.[0] ?? event.at, event.until.date];
    if (event.type === 'ClocksResumed') over.push([open?.[0] ?? '', event.backAt]);
    if (event.type === 'ClocksResumed' || event.type === 'ItemStruckOff') open = null;
  }
  return { open, over };
}

/** The times the departments did not have the item, from index `from` on. */
function interruptionsIn(from: number, events: readonly ItemEvent[]): string[][] {
  const times: string[][] = waitIn(events.slice(0, from)).over;
  let leftAt = '';
  let requestedAt = '';
  events.forEach((event, index) => {
    if (index < from) return;
    if (event.type === 'ClocksResumed')
      times.push([waitIn(events.slice(0, index)).open?.[0] ?? '', event.backAt]);
    if (event.type === 'StrikeOffRequested') requestedAt = event.at;
    if (event.type === 'ItemSentToRework' || event.type === 'ItemTakenUpAgain')
      times.push([requestedAt, event.at]);
    if (event.type === 'ExtensionDecided' && isPast(event.before, event.at)) {
      const end = endOf(event.before);
      times.push([event.isGranted ? new Date(Date.parse(end) - 1).toISOString() : end, event.at]);
    }
    if (event.type === 'ItemSuspended')
      leftAt = ['assigned', 'signed', 'advancing', 'rework'].includes(statusOf(events.slice(0, index)))
        ? event.at
        : '';
    if (event.type === 'DisputeRuled') {
      const open = itemAccountOf(events.slice(0, index)).measures;
      const moments = open.map(({ completedAt, dispute }) => completedAt ?? dispute?.at ?? event.at);
      const since = [...moments, times.at(-1)?.[1] ?? ''].sort().at(-1) ?? '';
      if (since < event.at) times.push([since, event.at]);
    }
    if (event.type === 'ItemResumed' && leftAt !== '') times.push([leftAt, event.at]);
  });
  return times;
}
