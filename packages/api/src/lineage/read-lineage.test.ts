import type { Actor, LineageKind } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftBulletin } from '../bulletin/draft-bulletin.ts';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../supervision/testing/stages.ts';
import { askRuleChange, recordRootCause } from '../supervision/work-on-recurrence.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readLineage, type Lineage } from './read-lineage.ts';

let house: TestHouse;
let cast: Cast;
let complaintId: string;
let itemId: string;
let lineId: string;
let matterId: string;
let bulletinId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ complaintId, itemId } = await anAnsweredComplaint(house, cast));
  await anAssignedItem(house, cast, { title: '另一件，不在这条线上' });
  const complaint = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  const line = await house.db.prisma.scoreEntry.findFirstOrThrow({ where: { streamId: itemId } });
  lineId = line.id;
  const recurrence = {
    ...{ category: complaint.category, departmentId: cast.approvals, causeClass: complaint.causeClass },
  };
  const rootCause = { ...recurrence, rootCause: '一次性告知书没有统一样式' };
  matterId = taken(await recordRootCause(house, cast.triage, rootCause)).id;
  const change = { text: '修订一次性告知办法', ownerDepartmentId: cast.approvals, dueOn: '2026-11-30' };
  taken(await askRuleChange(house, cast.triage, { ...recurrence, ...change }));
  house.at('2026-11-02T01:00:00.000Z');
  bulletinId = taken(await draftBulletin(house, cast.triage, { month: '2026-10' })).bulletinId;
});
afterAll(() => house.drop());

const kindsOf = ({ things }: Lineage) => [...new Set(things.map(({ kind }) => kind))];
const read = async (actor: Actor, kind: LineageKind, id: string) =>
  taken(await readLineage(house, actor, { kind, id }));

describe('readLineage', () => {
  it('goes from a complaint to the change of a rule', async () => {
    const lineage = await read(cast.leader, 'complaint', complaintId);
    expect(kindsOf(lineage).sort()).toEqual(
      ['bulletin', 'clue', 'complaint', 'item', 'line', 'measure', 'rule_change', 'verification'].sort(),
    );
    expect(lineage.things.filter(({ kind }) => kind === 'measure')).toHaveLength(2);
    expect(lineage.things.filter(({ kind }) => kind === 'complaint')).toHaveLength(1);
  });

  it('goes back from a line of the ledger to the clue', async () => {
    const lineage = await read(cast.leader, 'line', lineId);
    const step = (from: LineageKind, to: LineageKind) =>
      lineage.steps.some((one) => one.from.kind === from && one.to.kind === to);
    expect(step('clue', 'complaint')).toBe(true);
    expect(step('complaint', 'item')).toBe(true);
    expect(step('item', 'measure')).toBe(true);
    expect(step('measure', 'verification')).toBe(true);
    expect(step('verification', 'line')).toBe(true);
    expect(step('line', 'bulletin')).toBe(true);
  });

  it('meets itself: what is told of one thing is told of the other', async () => {
    const [down, up] = [
      await read(cast.leader, 'complaint', complaintId),
      await read(cast.leader, 'line', lineId),
    ];
    expect(down.things.map(({ id }) => id)).toContain(lineId);
    expect(up.things.map(({ id }) => id)).toContain(complaintId);
  });

  it('opens a bulletin and a rule change into the cases they rest on', async () => {
    const bulletin = await read(cast.leader, 'bulletin', bulletinId);
    expect(bulletin.things.filter(({ kind }) => kind === 'complaint')).toHaveLength(2);
    const matter = await read(cast.leader, 'rule_change', matterId);
    expect(matter.things.map(({ id }) => id)).toContain(complaintId);
  });

  it('shows a department its own part alone', async () => {
    const lead = await read(cast.officer, 'item', itemId);
    expect(lead.things.filter(({ kind }) => kind === 'line')).toHaveLength(1);
    expect(kindsOf(lead)).not.toContain('rule_change');
    expect(kindsOf(lead)).not.toContain('bulletin');
    const findings = lead.things.filter(({ kind }) => kind === 'verification');
    expect(findings).toMatchObject([{ findingKind: 'verification' }]);
    const cooperating = await read(cast.cooperatingOfficer, 'item', itemId);
    expect(cooperating.things.filter(({ kind }) => kind === 'measure')).toMatchObject([
      { departmentId: cast.construction },
    ]);
    expect(kindsOf(cooperating)).not.toContain('line');
    for (const [kind, id] of [
      ['item', itemId],
      ['complaint', complaintId],
      ['line', lineId],
    ] as const)
      expect(refusalOf(await readLineage(house, cast.strangerOfficer, { kind, id }))).toBe('not_found');
  });

  it('knows nothing of what is not there', async () => {
    expect(refusalOf(await readLineage(house, cast.leader, { kind: 'item', id: complaintId }))).toBe(
      'not_found',
    );
    expect(refusalOf(await readLineage(house, cast.leader, { kind: 'clue', id: complaintId }))).toBe(
      'not_found',
    );
    expect(refusalOf(await readLineage(house, cast.clerk, { kind: 'line', id: lineId }))).toBe('not_found');
  });
});
