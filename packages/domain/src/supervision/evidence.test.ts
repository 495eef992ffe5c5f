import { expect, test } from 'vitest';
import {
  anItem,
  clerk,
  complainant,
  cooperatingHead,
  cooperatingOfficer,
  inspector,
  leader,
  leadHead,
  leadOfficer,
  strangeOfficer,
  triageAdmin,
} from '../testing/index.ts';
import type { Actor } from '../people/actor.ts';
import { mayAddEvidence } from './evidence.ts';
import type { SupervisionItem } from './supervision-item.ts';

const ready = anItem().ready();
const [first, second] = ready.measures.map(({ id }) => id);
const report = ready.reports[0]?.id ?? '';

const code = (actor: Actor, item: SupervisionItem, of: 'measure' | 'report' | 'visit', ref = '') => {
  const answer = mayAddEvidence(actor, item, { of, ref }, ['7']);
  return answer.ok ? 'taken' : answer.refusal.code;
};
const PEOPLE = {
  ...{ leadOfficer, leadHead, cooperatingOfficer, cooperatingHead, strangeOfficer },
  ...{ inspector, triageAdmin, leader, clerk, complainant },
};
const whoMay = (of: 'measure' | 'report' | 'visit', ref: string) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => code(actor, ready, of, ref) === 'taken')
    .map(([who]) => who);

test('each department puts files to what it did itself, inspectors and the office to visits', () => {
  const owners = ready.measures.map(({ departmentId }) => departmentId);
  expect(owners).toEqual(['lead-department', 'cooperating-department']);
  expect(whoMay('measure', first ?? '')).toEqual(['leadOfficer', 'leadHead']);
  expect(whoMay('measure', second ?? '')).toEqual(['cooperatingOfficer', 'cooperatingHead']);
  expect(whoMay('report', report)).toEqual(['leadOfficer', 'leadHead']);
  expect(whoMay('visit', '7')).toEqual(['inspector', 'triageAdmin']);
});

test('only to a measure that is done, and to things that are there', () => {
  const open = anItem().advancing();
  expect(code(leadOfficer, open, 'measure', first)).toBe('measure_not_completed');
  expect(code(leadOfficer, ready, 'measure', 'other')).toBe('unknown_measure');
  expect(code(leadOfficer, ready, 'report', 'other')).toBe('unknown_report');
  expect(code(inspector, ready, 'visit', '8')).toBe('unknown_visit');
});

test('no more once the department says that all is done', () => {
  for (const item of [anItem().strikeOffRequested(), anItem().verifying(), anItem().struckOff()]) {
    expect(code(leadOfficer, item, 'measure', first)).toBe('illegal_move');
    expect(code(leadOfficer, item, 'report', report)).toBe('illegal_move');
  }
});
