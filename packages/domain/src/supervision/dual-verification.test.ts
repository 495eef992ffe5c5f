import { describe, expect, it, test } from 'vitest';
import { anItem, corroboration, findingA, findingB, itemAfter, itemHistory } from '../testing/index.ts';
import { COOPERATING, inspector, LEAD, leadOfficer, STRANGER } from '../testing/index.ts';
import {
  independenceRefusal,
  mayStrikeOff,
  verificationStateOf,
  visibleFindings,
} from './dual-verification.ts';
import type { ItemEvent } from './item-event.ts';
import type { Finding, SupervisionItem } from './supervision-item.ts';

const a = (isResolved: boolean) => only(findingA(isResolved));
const b = (isResolved: boolean) => only(findingB(isResolved));
const c = (isResolved: boolean): Finding => ({
  ...a(isResolved),
  id: 'finding-C',
  part: 'C',
  kind: 'third_check',
  staffId: 'second-inspector',
});

function only(event: ItemEvent): Finding {
  if (event.type !== 'FindingFiled') throw new Error(event.type);
  return event.finding;
}

describe('where dual verification stands', () => {
  test.each([
    ['nothing filed', [], 'awaiting_both'],
    ['A', [a(true)], 'awaiting_second'],
    ['B', [b(true)], 'awaiting_verification'],
    ['A and B say resolved', [a(true), b(true)], 'agreed_resolved'],
    ['A and B say unresolved', [a(false), b(false)], 'agreed_unresolved'],
    ['B before A', [b(true), a(true)], 'agreed_resolved'],
    ['A yes, B no', [a(true), b(false)], 'awaiting_third'],
    ['A no, B yes', [a(false), b(true)], 'awaiting_third'],
    ['C decides yes', [a(true), b(false), c(true)], 'agreed_resolved'],
    ['C decides yes against A', [a(false), b(true), c(true)], 'agreed_resolved'],
    ['C decides no', [a(true), b(false), c(false)], 'agreed_unresolved'],
    ['C decides no against B', [a(false), b(true), c(false)], 'agreed_unresolved'],
    ['C alone', [c(true)], 'awaiting_both'],
    ['two of A', [a(true), a(true)], 'awaiting_second'],
  ] as const)('%s', (_name, findings, state) => {
    expect(verificationStateOf(findings)).toBe(state);
  });
});

describe('who is independent', () => {
  const verifying = anItem().verifying();
  const withA = itemAfter([...itemHistory('verifying'), findingA(true)]);
  const person = (staffId: string, departmentId: string) => ({ staffId, departmentId });

  test.each<
    [string, SupervisionItem, { staffId: string; departmentId: string }, 'A' | 'B' | 'C', string | null]
  >([
    ['a stranger', verifying, person('x', STRANGER), 'A', null],
    ['somebody of the lead', verifying, person('x', LEAD), 'A', 'finder_of_concerned_department'],
    [
      'somebody of a cooperating one',
      verifying,
      person('x', COOPERATING),
      'B',
      'finder_of_concerned_department',
    ],
    [
      'who reported, now elsewhere',
      verifying,
      person(leadOfficer.staffId, 'y'),
      'A',
      'finder_of_concerned_department',
    ],
    ['the same person as A', withA, person(inspector.staffId, 'elsewhere'), 'B', 'finder_not_independent'],
    ['the same unit as A', withA, person('x', 'inspection-unit'), 'B', 'finder_not_independent'],
    ['another person of another unit', withA, person('x', 'appraisal-unit'), 'B', null],
    [
      'for C the same person as A',
      withA,
      person(inspector.staffId, 'elsewhere'),
      'C',
      'finder_not_independent',
    ],
    ['for C a colleague of A', withA, person('x', 'inspection-unit'), 'C', null],
  ])('%s', (_name, item, finder, part, code) => {
    expect(independenceRefusal(item, finder, part)?.code ?? null).toBe(code);
  });

  it('is nobody who asked for the strike-off, wherever they are now', () => {
    const item = { ...verifying, reports: [] };
    const asked = { staffId: leadOfficer.staffId, departmentId: 'elsewhere' };
    expect(independenceRefusal(item, asked, 'A')).toEqual({ code: 'finder_of_concerned_department' });
  });

  it('is nobody whose department owned a measure under an earlier assignment', () => {
    const [measure] = verifying.measures;
    if (measure === undefined) throw new Error('no measure');
    const item = { ...verifying, measures: [{ ...measure, departmentId: 'former-department' }] };
    expect(independenceRefusal(item, person('x', 'former-department'), 'A')).toEqual({
      code: 'finder_of_concerned_department',
    });
  });
});

describe('striking off', () => {
  test.each<[string, SupervisionItem, boolean]>([
    ['both findings agree on resolved', anItem().verifiedResolved(), true],
    ['both agree on unresolved', anItem().verifiedUnresolved(), false],
    ['they disagree', anItem().inDisagreement(), false],
    ['one is missing', itemAfter([...itemHistory('verifying'), findingA(true)]), false],
    [
      'an assessor is the second',
      itemAfter([...itemHistory('verifying'), findingA(true), corroboration(true)]),
      true,
    ],
    ['it was done already', anItem().struckOff(), false],
    ['it is in rework', { ...anItem().rework(), findings: anItem().verifiedResolved().findings }, false],
  ])('may happen where %s: %#', (_name, item, may) => {
    expect(mayStrikeOff(item)).toBe(may);
  });
});

/** Neither of A and B is written after the other. */
describe('blind view', () => {
  const clerk = 'clerk-of-service-hall';
  const other = 'somebody-else';

  test.each([
    ['A alone', [a(true)], inspector.staffId, ['finding-A']],
    ['A alone', [a(true)], clerk, []],
    ['A alone', [a(true)], other, []],
    ['B alone', [b(true)], inspector.staffId, []],
    ['B alone', [b(true)], clerk, ['finding-B']],
    ['A and B', [a(true), b(false)], inspector.staffId, ['finding-A', 'finding-B']],
    ['A and B', [a(true), b(false)], other, ['finding-A', 'finding-B']],
  ])('of %s: %j seen by %s', (_name, findings, staffId, seen) => {
    expect(visibleFindings(findings, staffId).map((finding) => finding.id)).toEqual(seen);
  });
});
