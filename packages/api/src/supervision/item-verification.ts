import { verificationStateOf, type Finding, type SupervisionItem } from '@bihuan/domain';
import type { FindingView, VerificationView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

/**
 * Where the dual verification stands; null before one was asked for. `visible`: the findings that the reader may see.
 * What a complainant said on the phone is kept from departments.
 */
export function verificationOf(
  item: SupervisionItem,
  visible: readonly Finding[],
  shown: Shown,
  isOfDepartment: boolean,
): VerificationView | null {
  if (!('inspectorId' in item)) return null;
  const { inspectorId, requestedAt, claim, verificationDue, findings } = item;
  return {
    inspector: shown.person(inspectorId),
    requestedAt,
    claim,
    due: verificationDue,
    state: verificationStateOf(findings),
    filed: findings.map(({ part }) => part).sort(),
    findings: visible.map((finding) => findingView(finding, shown, isOfDepartment)),
  };
}

function findingView(finding: Finding, shown: Shown, isOfDepartment: boolean): FindingView {
  const { id, part, kind, at, staffId, isResolved, isFalseRequest, text, visit } = finding;
  return {
    ...{ id, part, kind, at, isResolved, isFalseRequest },
    person: shown.person(staffId),
    text: isOfDepartment && kind === 'callback' ? '' : text,
    visit: visit && {
      on: visit.on,
      place: visit.place,
      inspectors: visit.inspectorIds.flatMap((one) => shown.person(one) ?? []),
    },
  };
}
