import { officialDay } from '../bulletin/bulletin-text.ts';
import { localDateOf, type Instant, type LocalDate } from '../calendar/index.ts';
import type { ItemStatus } from '../supervision/supervision-item.ts';
import { SEVERITIES, standingFindings, type Inspection, type Severity } from './inspection.ts';

/** Where an item that came of a finding stands. */
export type OpenedItem = {
  readonly id: string;
  readonly number: string;
  readonly status: ItemStatus;
  readonly leadDepartmentId: string | null;
  readonly deadlineOn: LocalDate | null;
};

export type InspectedDepartment = {
  readonly departmentId: string;
  readonly name: string;
  readonly visits: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly items: number;
  readonly itemsStruckOff: number;
};

/** What a special inspection came to at one moment, with the names of then. */
export type InspectionSnapshot = {
  readonly cutAt: Instant;
  readonly number: string;
  readonly theme: string;
  readonly basis: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly inspectors: number;
  readonly visits: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly departments: readonly InspectedDepartment[];
  /** One line for each finding that stands, in the order of their recording. */
  readonly findings: readonly {
    readonly departmentId: string;
    readonly department: string;
    readonly place: string;
    readonly foundOn: LocalDate;
    readonly severity: Severity;
    readonly text: string;
    readonly itemNumber: string | null;
  }[];
  readonly items: readonly (OpenedItem & { readonly lead: string })[];
};

/** Counts an inspection. `names`: departments by id; `items`: those that came of its findings, as they stand now. */
export function takeInspectionSnapshot(
  inspection: Inspection,
  items: readonly OpenedItem[],
  names: ReadonlyMap<string, string>,
  cutAt: Instant,
): InspectionSnapshot {
  const standing = standingFindings(inspection);
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const departmentIds = [...new Set(standing.map(({ departmentId }) => departmentId))];
  const { number, theme, basis, fromOn, toOn, team, findings } = inspection;
  const visitsOf = (of: (id: string) => boolean) =>
    new Set(
      findings
        .filter(({ departmentId }) => of(departmentId))
        .map(({ departmentId, foundOn }) => `${departmentId} ${foundOn}`),
    ).size;
  return {
    ...{ cutAt, number, theme, basis, fromOn, toOn },
    inspectors: team.length,
    visits: visitsOf(() => true),
    bySeverity: severitiesOf(standing),
    departments: departmentIds
      .map((departmentId) => {
        const own = standing.filter((finding) => finding.departmentId === departmentId);
        const opened = items.filter(({ id }) => own.some(({ item }) => item?.id === id));
        return {
          ...{ departmentId, name: nameOf(departmentId) },
          visits: visitsOf((id) => id === departmentId),
          bySeverity: severitiesOf(own),
          items: opened.length,
          itemsStruckOff: opened.filter(({ status }) => status === 'struck_off').length,
        };
      })
      .toSorted((a, b) => totalOf(b.bySeverity) - totalOf(a.bySeverity) || (a.name < b.name ? -1 : 1)),
    findings: standing.map(({ departmentId, place, foundOn, severity, text, item }) => ({
      ...{ departmentId, department: nameOf(departmentId), place, foundOn, severity, text },
      itemNumber: item?.number ?? null,
    })),
    items: items.map((item) => ({ ...item, lead: nameOf(item.leadDepartmentId) })),
  };
}

export const INSPECTION_VARIABLES = [
  ...['number', 'theme', 'basis', 'first_day', 'last_day', 'cut_day'],
  ...['inspectors', 'visits', 'departments', 'findings', 'minor', 'serious', 'grave'],
  ...['items', 'items_open', 'items_struck_off', 'without_item'],
] as const;

/** What each variable of the report's texts stands for. */
export function inspectionValues(snapshot: InspectionSnapshot): Readonly<Record<string, string>> {
  const { bySeverity, items, findings } = snapshot;
  const struckOff = items.filter(({ status }) => status === 'struck_off').length;
  return {
    number: snapshot.number,
    theme: snapshot.theme,
    basis: snapshot.basis,
    first_day: officialDay(snapshot.fromOn),
    last_day: officialDay(snapshot.toOn),
    cut_day: officialDay(localDateOf(snapshot.cutAt)),
    inspectors: String(snapshot.inspectors),
    visits: String(snapshot.visits),
    departments: String(snapshot.departments.length),
    findings: String(findings.length),
    ...Object.fromEntries(SEVERITIES.map((severity) => [severity, String(bySeverity[severity])])),
    items: String(items.length),
    items_open: String(items.length - struckOff),
    items_struck_off: String(struckOff),
    without_item: String(findings.filter(({ itemNumber }) => itemNumber === null).length),
  };
}

function severitiesOf(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  return { minor: count('minor'), serious: count('serious'), grave: count('grave') };
}

function totalOf(bySeverity: Readonly<Record<Severity, number>>): number {
  return SEVERITIES.reduce((sum, severity) => sum + bySeverity[severity], 0);
}
