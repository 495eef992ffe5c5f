import { toDomainEvent, type EventActor, type StoredEvent } from '@bihuan/db';
import { localDateOf } from '@bihuan/domain';
import type { Beside, Instant, ItemEvent, ItemEventType } from '@bihuan/domain';
import type { ItemFact, TextFact, YesOrNo } from './item-fact.ts';
import type { PersonView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

export type ItemEntry = {
  readonly version: number;
  readonly at: Instant;
  readonly type: ItemEventType;
  readonly by: {
    readonly kind: EventActor['kind'];
    readonly person: PersonView | null;
    /** In whose place, where they stood in for somebody. */
    readonly standsInFor: PersonView | null;
  };
  readonly facts: readonly ItemFact[];
};

/** What has to be known to tell the story of an item to one reader. */
export type Telling = {
  readonly shown: Shown;
  /** Findings of the running verification that the reader may not see yet. */
  readonly withheldFindingIds: ReadonlySet<string>;
  /** Assessments that the reader may not see yet, by who gave them of whom. */
  readonly withheldAssessments?: ReadonlySet<string>;
  /** Whether words that may be the complainant's are kept from the reader. */
  readonly isOfDepartment: boolean;
  /** Numbers of the items whose rulings are cited, by id. */
  readonly numbers?: ReadonlyMap<string, string>;
};

/** The events of an item as facts to show, oldest first. */
export function itemEntries(stored: readonly StoredEvent[], telling: Telling): readonly ItemEntry[] {
  const measures = new Map<string, string>();
  return stored.map((event) => {
    const known = toDomainEvent<ItemEvent>(event);
    if (known.type === 'ItemAssigned' || known.type === 'MeetingHeld')
      known.measures.forEach(({ id, text }) => measures.set(id, text));
    const { version, at, actor } = event;
    const then = { ...telling, shown: telling.shown.on(localDateOf(at)) };
    const person = actor.kind === 'staff' ? then.shown.person(actor.staffId) : null;
    const absentId = actor.kind === 'staff' ? actor.forStaffId : undefined;
    const standsInFor = absentId === undefined ? null : then.shown.person(absentId);
    return {
      version,
      at,
      type: known.type,
      by: { kind: actor.kind, person, standsInFor },
      facts: factsOf(known, measures, then),
    };
  });
}

function factsOf(
  event: ItemEvent,
  measures: ReadonlyMap<string, string>,
  telling: Telling,
): readonly ItemFact[] {
  const { shown } = telling;
  switch (event.type) {
    case 'ItemProposed':
      return [
        { name: 'source', source: event.source },
        ...texts({ basis: event.basis, problem: event.problem }),
        { name: 'importance', importance: event.importance },
        ...besideFacts(event.beside),
      ];
    case 'ItemAssigned': {
      const { leadDepartmentId, cooperatingDepartmentIds, deadline, isDesignated } = event.assignment;
      return [
        ...departments('lead', [leadDepartmentId], shown),
        ...departments('cooperating', cooperatingDepartmentIds, shown),
        { name: 'due', due: deadline },
        ...when('is_designated', isDesignated),
        ...besideFacts(event.beside),
      ];
    }
    case 'ItemSigned':
      return when('is_silent', event.isSilent);
    case 'ItemReturned':
      return [
        ...(event.cause === undefined ? [] : [{ name: 'cause', cause: event.cause } as const]),
        ...texts({ reason: event.reason, legal_basis: event.legalBasis }),
      ];
    case 'ReturnRuled':
      return [
        { name: 'ruling', ruling: event.ruling },
        ...texts({
          text: event.text,
          precedent: event.precedent ? (telling.numbers?.get(event.precedent.itemId) ?? '') : '',
          departure: event.departure ?? '',
        }),
      ];
    case 'ProgressReported': {
      const { percent, text, obstacles, nextStep, hasSubstance } = event.report;
      return [
        { name: 'percent', number: percent },
        ...texts({ text, obstacles, next_step: nextStep }),
        ...(hasSubstance ? [] : [{ name: 'has_substance', is: false } as const]),
      ];
    }
    case 'MeasureCompleted':
      return texts({
        measure: measures.get(event.measureId) ?? '',
        evidence: event.evidence,
        explanation: event.explanation ?? '',
      });
    case 'StrikeOffRequested':
      return texts({ claim: event.claim });
    case 'VerificationOpened': {
      const inspector = shown.person(event.inspectorId);
      return [
        ...(inspector === null ? [] : [{ name: 'inspector', person: inspector } as const]),
        { name: 'due', due: event.due },
      ];
    }
    case 'FindingFiled':
      return findingFacts(event, telling);
    case 'ItemStruckOff':
      return [{ name: 'is_on_time', is: event.isOnTime }];
    case 'ItemWatched':
      return [...texts({ focus: event.focus }), { name: 'review_on', on: event.reviewOn }];
    case 'ItemMadeLongRunning':
      return [...texts({ plan: event.plan }), { name: 'review_on', on: event.inquiryOn }];
    case 'ItemReferredUp':
      return [
        ...texts({ to: event.to, brief: event.brief }),
        ...(event.inquiryOn === undefined ? [] : [{ name: 'review_on', on: event.inquiryOn } as const]),
      ];
    case 'ItemSentToRework':
      return [...texts({ reason: event.reason }), ...when('is_false_request', event.isFalseRequest)];
    case 'ItemSuspended':
      return [...texts({ reason: event.reason }), { name: 'review_on', on: event.reviewOn }];
    case 'ReportRejected':
      return [
        { name: 'fault', fault: event.fault },
        ...departments('owner', [event.departmentId], shown),
        ...texts({ text: event.text }),
        { name: 'nth', number: event.nth },
      ];
    case 'MeasureDisputed':
      return [
        ...texts({ measure: measures.get(event.measureId) ?? '' }),
        ...departments('owner', [event.departmentId], shown),
        ...texts({ reason: event.reason, legal_basis: event.basis }),
      ];
    case 'DisputeRuled':
      return [
        ...texts({ measure: event.measure }),
        { name: 'ruling', ruling: event.ruling },
        ...texts({ text: event.text }),
        ...(event.ruling === 'measure_withdrawn'
          ? []
          : [
              ...departments('owner', [event.departmentId], shown),
              { name: 'due', due: { date: event.dueOn, half: 'pm', provisional: false } } as const,
            ]),
      ];
    case 'ExtensionRequested':
      return [{ name: 'working_days', number: event.workingDays }, ...texts({ reason: event.reason })];
    case 'ExtensionDecided':
      return [
        { name: 'is_granted', is: event.isGranted },
        ...texts({ reason: event.text }),
        ...(event.isGranted
          ? [{ name: 'before', due: event.before } as const, { name: 'due', due: event.due } as const]
          : []),
      ];
    case 'DirectiveGiven':
      return [
        ...departments('owner', [event.departmentId], shown),
        ...texts({ text: event.text }),
        { name: 'by_day', on: event.dueOn },
      ];
    case 'DirectiveAnswered':
      return texts({ text: event.text });
    case 'TeamFormed':
      return [
        { name: 'team_purpose', teamPurpose: event.purpose },
        ...event.memberIds.flatMap((id): readonly ItemFact[] => {
          const person = shown.person(id);
          return person === null ? [] : [{ name: 'member', person }];
        }),
        { name: 'is_as_proposed', is: isSame(event.memberIds, event.proposedIds) },
      ];
    case 'VisitRecorded':
      return [
        { name: 'visit_kind', visitKind: event.kind },
        { name: 'on', on: event.on },
        ...texts({ place: event.place }),
        ...departments('owner', [event.departmentId], shown),
        { name: 'is_announced', is: event.isAnnounced },
        ...event.inspectorIds.flatMap((id): readonly ItemFact[] => {
          const person = shown.person(id);
          return person === null ? [] : [{ name: 'visitor', person }];
        }),
        ...texts({ text: event.text }),
      ];
    case 'MeetingHeld':
      return [
        { name: 'on', on: event.on },
        ...texts({ place: event.place }),
        ...departments('owner', event.departmentIds, shown),
        ...texts({ minutes: event.minutes }),
        ...event.measures.flatMap(({ text }) => texts({ measure: text })),
      ];
    case 'CooperationAssessed': {
      const isKept = telling.withheldAssessments?.has(`${event.departmentId} ${event.aboutId}`) ?? false;
      return [
        { name: 'side', side: event.side },
        ...departments('assessor', [event.departmentId], shown),
        ...departments('about', [event.aboutId], shown),
        ...(isKept
          ? [{ name: 'is_withheld', is: true } as const]
          : [
              { name: 'level_of_cooperation', cooperation: event.level } as const,
              ...texts({ text: event.text }),
            ]),
      ];
    }
    case 'PublicNoticeGiven':
      return [...texts({ text: event.text }), { name: 'notice_until', on: event.until.date }];
    case 'NoticeObjected':
      return telling.isOfDepartment ? [] : texts({ text: event.text });
    case 'NoticeObjectionRuled':
      return [{ name: 'is_upheld', is: event.isUpheld }, ...texts({ text: event.text })];
    case 'ItemLookedBack':
      return [
        { name: 'is_holding', is: event.isHolding },
        ...texts({ text: event.text }),
        ...(event.nextOn === null ? [] : [{ name: 'review_on', on: event.nextOn } as const]),
      ];
    case 'ItemInquired':
      return [...texts({ text: event.text }), { name: 'review_on', on: event.nextOn }];
    case 'ItemTakenUpAgain':
    case 'ItemResumed':
    case 'ItemRebounded':
      return texts({ reason: event.reason });
    case 'DeadlineCrossed':
      return [
        { name: 'deadline', deadline: event.deadline },
        ...departments('owner', [event.departmentId], shown),
        { name: 'due', due: event.due },
        ...(event.level === 0 ? [] : [{ name: 'level', number: event.level } as const]),
      ];
    case 'DeadlineNeared':
      return [
        { name: 'deadline', deadline: event.deadline },
        ...texts({ measure: measures.get(event.ref) ?? '' }),
        ...departments('owner', [event.departmentId], shown),
        { name: 'due', due: event.due },
      ];
    case 'ItemEscalated':
      return [
        { name: 'deadline', deadline: event.deadline },
        ...texts({ measure: measures.get(event.ref) ?? '' }),
        { name: 'due', due: event.due },
        { name: 'tier', tier: event.tier },
        ...(event.missing === null ? [] : [{ name: 'missing', missing: event.missing } as const]),
        ...event.staffIds.flatMap((id): readonly ItemFact[] => {
          const person = shown.person(id);
          return person === null ? [] : [{ name: 'reached', person }];
        }),
      ];
    case 'DueDateRecomputed':
      return [
        { name: 'deadline', deadline: event.deadline },
        { name: 'before', due: event.before },
        { name: 'due', due: event.due },
      ];
    case 'ClocksPaused':
      return [{ name: 'by_day', on: event.until.date }];
    case 'ClocksResumed':
      return [{ name: 'on', on: localDateOf(event.backAt) }];
    case 'ItemRegistered':
      return besideFacts(event.beside);
    case 'ComplaintLinked':
      return [];
  }
}

function findingFacts(
  { finding }: ItemEvent & { type: 'FindingFiled' },
  telling: Telling,
): readonly ItemFact[] {
  const kind = { name: 'kind', kind: finding.kind } as const;
  if (telling.withheldFindingIds.has(finding.id)) return [kind, { name: 'is_withheld', is: true }];
  const text = telling.isOfDepartment && finding.kind === 'callback' ? '' : finding.text;
  return [
    kind,
    { name: 'is_resolved', is: finding.isResolved },
    ...when('is_false_request', finding.isFalseRequest),
    ...texts({ text, place: finding.visit?.place ?? '' }),
  ];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function texts(given: Partial<Record<TextFact, string>>): readonly ItemFact[] {
  return Object.entries(given).flatMap(([name, text]) =>
    text === '' ? [] : [{ name: name as TextFact, text }],
  );
}

/** Beside which open items on the same matter it goes on, and why. */
function besideFacts(beside: Beside | undefined): readonly ItemFact[] {
  if (beside === undefined) return [];
  return [
    ...beside.doubles.flatMap(({ number }) => texts({ double: number })),
    ...texts({ double_reason: beside.reason }),
  ];
}

function when(name: YesOrNo, is: boolean): readonly ItemFact[] {
  return is ? [{ name, is }] : [];
}

function departments(
  name: 'lead' | 'cooperating' | 'owner' | 'assessor' | 'about',
  ids: readonly string[],
  shown: Shown,
): readonly ItemFact[] {
  return ids.flatMap((id) => {
    const department = shown.department(id);
    return department === null ? [] : [{ name, department }];
  });
}
