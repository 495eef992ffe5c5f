import {
  inspectionReportHash,
  loadInspection,
  readInspectionPaper,
  readNames,
  readOpenedItems,
  type DepartmentName,
  type LoadedInspection,
  type Names,
} from '@bihuan/db';
import {
  fillText,
  hidePrivateData,
  inspectionValues,
  lawfulInspectionCommands,
  mayAddFindingEvidence,
  unitsOf,
  type Actor,
  type BulletinTexts,
  type Inspection,
  type InspectionCommandType,
  type InspectionEvent,
  type InspectionFinding,
  type InspectionSnapshot,
  type InspectionStatus,
  type Instant,
  type ItemStatus,
  type LocalDate,
  type OpenedItem,
  type Severity,
} from '@bihuan/domain';
import { z } from 'zod';
import { listFindingEvidence, type EvidenceView } from '../attachment/list-evidence.ts';
import type { FilledSection } from '../bulletin/paper/paper-of-bulletin.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import type { PersonView } from '../supervision/item-view.ts';
import type { ProposedMember } from '../supervision/team/team-proposals.ts';
import { inspectionReach } from './inspection-scope.ts';
import { proposeInspectors } from './inspection-team.ts';
import { reportSections } from './paper-of-report.ts';
import { snapshotNow } from './snapshot-now.ts';

export type InspectionFindingView = {
  readonly id: string;
  readonly department: DepartmentName | null;
  readonly place: string;
  readonly foundOn: LocalDate;
  readonly isAnnounced: boolean;
  readonly severity: Severity;
  readonly text: string;
  /** Empty for a department. */
  readonly inspectors: readonly PersonView[];
  readonly recordedBy: PersonView | null;
  readonly withdrawn: {
    readonly at: Instant;
    readonly by: PersonView | null;
    readonly reason: string;
  } | null;
  /** The item that came of it, with where it stands now. */
  readonly item: {
    readonly id: string;
    readonly number: string;
    readonly status: ItemStatus | null;
    /** Whether the reader may open it; a department not before it leads it. */
    readonly mayOpen: boolean;
  } | null;
  readonly files: readonly EvidenceView[];
  /** Whether this person may put more files to it. */
  readonly mayAttach: boolean;
};

export type InspectionReportView = {
  readonly title: string;
  readonly sections: readonly FilledSection[];
  readonly texts: BulletinTexts;
  readonly values: Readonly<Record<string, string>>;
  readonly sentBack: string;
  /** Of the moment of approval once approved, else of now. */
  readonly snapshot: InspectionSnapshot;
  readonly approved: {
    readonly number: string;
    readonly at: Instant;
    readonly by: PersonView | null;
    readonly contentHash: string;
    readonly documentHash: string;
    /** Whether content and paper still are what the chain says. */
    readonly isIntact: boolean;
  } | null;
};

export type InspectionView = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: InspectionStatus;
  readonly theme: string;
  readonly basis: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly closedAt: Instant | null;
  /** Why it was called off; empty where it was not. */
  readonly cancelReason: string;
  readonly findings: readonly InspectionFindingView[];
  /** Null for a department, which sees its own findings and nothing else. */
  readonly office: {
    readonly departments: readonly DepartmentName[];
    readonly categories: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[];
    readonly plannedBy: PersonView | null;
    readonly team: readonly PersonView[];
    readonly report: InspectionReportView | null;
    readonly entries: readonly InspectionEntry[];
    readonly commands: readonly InspectionCommandType[];
    /** Who is proposed for the team; for those who form it. */
    readonly proposed: readonly ProposedMember[];
    /** Where a finding can be recorded. */
    readonly inspected: readonly DepartmentName[];
  } | null;
};

export type InspectionEntry = {
  readonly type: InspectionEvent['type'];
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
};

const schema = z.object({ inspectionId: z.uuid('required') });

/** A special inspection as this person may see it. Outside their reach it is `not_found`. */
export async function readInspection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<InspectionView>> {
  const parsed = parseInput(schema, raw);
  const loaded = parsed.ok ? await loadInspection(house.db, parsed.value.inspectionId) : null;
  const reach = loaded === null ? 'nothing' : inspectionReach(actor, loaded.state);
  if (loaded === null || reach === 'nothing' || actor.kind !== 'staff') return refusal('not_found');
  const { state, head } = loaded;
  const names = await namesOf(house, loaded);
  const items = await readOpenedItems(house.db, state.id);
  const findings =
    reach === 'all'
      ? state.findings
      : state.findings.filter(
          ({ departmentId, withdrawn }) => withdrawn === null && unitsOf(actor).includes(departmentId),
        );
  const { id, number, status, theme, basis, fromOn, toOn } = state;
  const shown = reach === 'all' ? 'all' : 'shown';
  const reaches = new Map(findings.map((one) => [one.id, shown] as const));
  const files = await listFindingEvidence(house, actor, id, reaches);
  return done({
    ...{ id, number, status, theme, basis, fromOn, toOn, version: head.version },
    closedAt: state.status === 'closed' ? state.closedAt : null,
    cancelReason: state.status === 'cancelled' ? state.reason : '',
    findings: findings.map((finding) => ({
      ...(reach === 'all' ? findingView(finding, items, names) : ownFinding(finding, items, names)),
      files: files.filter(({ ref }) => ref === finding.id),
      mayAttach: mayAddFindingEvidence(actor, state, finding.id).ok,
    })),
    office: reach === 'all' ? await officeView(house, actor, loaded, names) : null,
  });
}

async function officeView(
  house: House,
  actor: Actor,
  { state, events }: LoadedInspection,
  names: Names,
): Promise<InspectionView['office']> {
  const commands = lawfulInspectionCommands(state, actor);
  const { departmentIds, categories } = state.scope;
  const all = commands.includes('record_finding') ? await answerableDepartments(house) : [];
  return {
    departments: departmentIds.flatMap((id) => names.departments.get(id) ?? []),
    categories: await house.db.prisma.category.findMany({
      where: { code: { in: [...categories] } },
      select: { code: true, name: true, nameEn: true },
    }),
    plannedBy: personView(state.plannedBy, names),
    team: state.team.flatMap(({ staffId }) => personView(staffId, names) ?? []),
    report: await reportView(house, state, names),
    entries: events.map((event) => ({
      ...{ type: event.type, at: event.at, by: names.people.get(event.by)?.name ?? '' },
      text: textOf(event),
    })),
    commands,
    proposed: commands.includes('form_team') ? await proposeInspectors(house, state) : [],
    inspected: all.filter(({ id }) => departmentIds.length === 0 || departmentIds.includes(id)),
  };
}

async function reportView(
  house: House,
  state: Inspection,
  names: Names,
): Promise<InspectionReportView | null> {
  if (!('report' in state)) return null;
  const { report } = state;
  const snapshot = state.status === 'closed' ? state.snapshot : await snapshotNow(house, state);
  const values = inspectionValues(snapshot);
  return {
    title: fillText(report.texts.title ?? '', values),
    sections: reportSections(report, snapshot),
    ...{ texts: report.texts, values, sentBack: report.sentBack, snapshot },
    approved:
      state.status === 'closed'
        ? {
            ...{ number: state.reportNumber, at: state.closedAt, by: personView(state.approvedBy, names) },
            ...{ contentHash: state.contentHash, documentHash: state.documentHash },
            isIntact:
              inspectionReportHash(state.id, state.reportNumber, report.texts, snapshot) ===
                state.contentHash &&
              (await readInspectionPaper(house.db, state.id))?.sha256 === state.documentHash,
          }
        : null,
  };
}

function findingView(
  finding: InspectionFinding,
  items: readonly OpenedItem[],
  names: Names,
): Omit<InspectionFindingView, 'files' | 'mayAttach'> {
  const { id, place, foundOn, isAnnounced, severity, text, withdrawn, item } = finding;
  return {
    ...{ id, place, foundOn, isAnnounced, severity, text },
    department: names.departments.get(finding.departmentId) ?? null,
    inspectors: finding.inspectorIds.flatMap((staffId) => personView(staffId, names) ?? []),
    recordedBy: personView(finding.recordedBy, names),
    withdrawn: withdrawn && { ...withdrawn, by: personView(withdrawn.by, names) },
    item: item && {
      ...item,
      status: items.find((one) => one.id === item.id)?.status ?? null,
      mayOpen: true,
    },
  };
}

/** What its department sees of a finding: not who came, and nobody's private data. */
function ownFinding(
  finding: InspectionFinding,
  items: readonly OpenedItem[],
  names: Names,
): Omit<InspectionFindingView, 'files' | 'mayAttach'> {
  const view = findingView(finding, items, names);
  const { place, text } = { place: hidePrivateData(view.place), text: hidePrivateData(view.text) };
  const lead = items.find(({ id }) => id === view.item?.id)?.leadDepartmentId;
  const item = view.item && { ...view.item, mayOpen: lead === finding.departmentId };
  return { ...view, place, text, item, inspectors: [], recordedBy: null };
}

async function namesOf(house: House, { state, events }: LoadedInspection): Promise<Names> {
  return readNames(
    house.db,
    [...state.scope.departmentIds, ...state.findings.map(({ departmentId }) => departmentId)],
    [
      ...events.map(({ by }) => by),
      ...state.team.map(({ staffId }) => staffId),
      ...state.findings.flatMap(({ inspectorIds }) => inspectorIds),
    ],
  );
}

function personView(id: string, { people, departments }: Names): PersonView | null {
  const person = people.get(id);
  if (person === undefined) return null;
  return { id, name: person.name, department: departments.get(person.departmentId) ?? null };
}

function textOf(event: InspectionEvent): string {
  switch (event.type) {
    case 'InspectionFindingRecorded':
      return `${event.finding.place}：${event.finding.text}`;
    case 'FindingItemOpened':
      return event.number;
    case 'InspectionReportApproved':
      return event.reportNumber;
    case 'InspectionFindingWithdrawn':
    case 'InspectionReportSentBack':
    case 'InspectionCancelled':
      return event.reason;
    default:
      return '';
  }
}
