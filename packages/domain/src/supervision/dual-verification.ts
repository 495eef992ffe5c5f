import { refused, type Refusal } from '../decision.ts';
import {
  concernedDepartmentIds,
  type Finding,
  type FindingPart,
  type SupervisionItem,
} from './supervision-item.ts';

/**
 * Where dual verification (双重印证) stands. Striking off needs an inspector's verification (A) and an independent second
 * finding (B); where they disagree, a third person with a site visit (C) decides. Source: domain.md, Dual verification.
 */
export type VerificationState =
  | 'awaiting_both'
  | 'awaiting_verification'
  | 'awaiting_second'
  | 'awaiting_third'
  | 'agreed_resolved'
  | 'agreed_unresolved';

export function verificationStateOf(findings: readonly Finding[]): VerificationState {
  const of = (part: FindingPart) => findings.find((finding) => finding.part === part);
  const [a, b, c] = [of('A'), of('B'), of('C')];
  if (!a && !b) return 'awaiting_both';
  if (!a) return 'awaiting_verification';
  if (!b) return 'awaiting_second';
  const deciding = a.isResolved === b.isResolved ? a : c;
  if (!deciding) return 'awaiting_third';
  return deciding.isResolved ? 'agreed_resolved' : 'agreed_unresolved';
}

export type IndependenceRefusal = 'finder_of_concerned_department' | 'finder_not_independent';

/**
 * Whether this person may file a finding beside those already filed: nobody of a department concerned or complained about, nobody who worked
 * on the item or asked for its strike-off, wherever they are now; a different person for each part, and a different unit
 * for A and B.
 */
export function independenceRefusal(
  item: SupervisionItem,
  person: { readonly staffId: string; readonly departmentId: string },
  part: FindingPart,
  complainedAboutIds: readonly string[] = [],
): Refusal<IndependenceRefusal> | null {
  const workers = item.reports.map((report) => report.staffId);
  if ('requestedBy' in item) workers.push(item.requestedBy);
  const concerned = [...concernedDepartmentIds(item), ...complainedAboutIds];
  if (concerned.includes(person.departmentId) || workers.includes(person.staffId))
    return refused('finder_of_concerned_department').refusal;
  const others = item.findings.filter((finding) => finding.part !== part);
  const sameUnitCounts = part !== 'C';
  const clash = others.some(
    (other) =>
      other.staffId === person.staffId ||
      (sameUnitCounts && other.part !== 'C' && other.departmentId === person.departmentId),
  );
  return clash ? refused('finder_not_independent').refusal : null;
}

/** True only where two independent findings agree that the matter is resolved, or the third check after a disagreement. */
export function mayStrikeOff(item: SupervisionItem): boolean {
  return item.status === 'verifying' && verificationStateOf(item.findings) === 'agreed_resolved';
}

/**
 * Findings this person may see: all once A and B are both filed; before that only their own, so that neither is written
 * after the other.
 */
export function visibleFindings(findings: readonly Finding[], staffId: string): readonly Finding[] {
  const parts = new Set(findings.map((finding) => finding.part));
  const isBlind = !(parts.has('A') && parts.has('B'));
  return isBlind ? findings.filter((finding) => finding.staffId === staffId) : findings;
}
