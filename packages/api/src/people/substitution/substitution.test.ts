import { readStream } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInbox } from '../../complaint/read-inbox.ts';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { fileFinding } from '../../supervision/file-finding.ts';
import { signItem } from '../../supervision/sign-item.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { actFor } from './act-for.ts';
import { endSubstitution } from './end-substitution.ts';
import { listSubstitutions } from './list-substitutions.ts';
import { nameSubstitute } from './name-substitute.ts';
import { readRepresentedInboxes } from './read-represented-inboxes.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const THIS_WEEK = { from: '2026-10-12', to: '2026-10-16' };

describe('a substitute', () => {
  it('finds the work of the absent person in the inbox, does it, and is recorded as acting for them', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    const named = await nameSubstitute(house, cast.officer, {
      substituteId: cast.head.staffId,
      ...THIS_WEEK,
    });
    expect(named.ok).toBe(true);
    const inboxes = await readRepresentedInboxes(house, cast.head);
    expect(inboxes).toMatchObject({
      ok: true,
      value: [{ name: 'officer', sections: [{ kind: 'to_sign', lines: [{ id: itemId }] }] }],
    });
    const inPlace = await actFor(house, cast.head, cast.officer.staffId);
    expect(inPlace?.actor).toEqual({
      ...{ kind: 'staff', staffId: cast.head.staffId, departmentId: cast.approvals },
      roles: ['department_officer'],
      standsInFor: { staffId: cast.officer.staffId, ownDepartmentId: cast.approvals },
    });
    if (inPlace === null) throw new Error('not represented');
    taken(await signItem(house, inPlace.actor, { itemId }));
    const signed = (await readStream(house.db, itemId)).find(({ type }) => type === 'ItemSigned');
    expect(signed?.actor).toEqual({
      ...{ kind: 'staff', staffId: cast.head.staffId, departmentId: cast.approvals },
      forStaffId: cast.officer.staffId,
    });
  });

  it('acts for nobody before, after, or once it was ended', async () => {
    house.at('2026-10-19T01:00:00.000Z');
    expect(await actFor(house, cast.head, cast.officer.staffId)).toBeNull();
    house.at('2026-10-12T02:00:00.000Z');
    const page = await listSubstitutions(house, cast.officer);
    const id = page.ok ? (page.value.lines[0]?.id ?? '') : '';
    expect(refusalOf(await endSubstitution(house, cast.strangerOfficer, { substitutionId: id }))).toBe(
      'not_found',
    );
    expect((await endSubstitution(house, cast.officer, { substitutionId: id })).ok).toBe(true);
    expect(await actFor(house, cast.head, cast.officer.staffId)).toBeNull();
    expect(refusalOf(await endSubstitution(house, cast.officer, { substitutionId: id }))).toBe(
      'substitution_ended',
    );
  });

  it('passes on what was passed to them, in a chain', async () => {
    const first = { substituteId: cast.thirdInspector.staffId, ...THIS_WEEK };
    const second = { substituteId: cast.fourthInspector.staffId, ...THIS_WEEK };
    expect((await nameSubstitute(house, cast.inspector, first)).ok).toBe(true);
    expect((await nameSubstitute(house, cast.thirdInspector, second)).ok).toBe(true);
    const circle = { substituteId: cast.inspector.staffId, ...THIS_WEEK };
    expect(refusalOf(await nameSubstitute(house, cast.fourthInspector, circle))).toBe(
      'substitution_in_circle',
    );
    const { itemId } = await anItemBeingVerified(house, cast);
    const last = await actFor(house, cast.fourthInspector, cast.inspector.staffId);
    if (last === null) throw new Error('not represented');
    const inbox = await readInbox(house, last.actor);
    expect(inbox).toMatchObject({ ok: true, value: [{ kind: 'verifications', lines: [{ id: itemId }] }] });
    const finding = { itemId, part: 'A', isResolved: true, text: '到现场核实' };
    expect(refusalOf(await fileFinding(house, cast.fourthInspector, finding))).toBe('not_the_inspector');
    taken(await fileFinding(house, last.actor, finding));
  });

  it('is never somebody in conflict', async () => {
    const outsider = { substituteId: cast.strangerOfficer.staffId, ...THIS_WEEK };
    expect(refusalOf(await nameSubstitute(house, cast.officer, outsider))).toBe(
      'substitute_of_other_department',
    );
    expect(refusalOf(await nameSubstitute(house, cast.clerk, outsider))).toBe('substitute_in_conflict');
    const others = { staffId: cast.officer.staffId, substituteId: cast.head.staffId, ...THIS_WEEK };
    expect(refusalOf(await nameSubstitute(house, cast.clerk, others))).toBe('not_authorised');
  });

  it('leaves a history that folds to what is stored', async () => {
    const { chains, replay } = await verifyAudit(house, { isChainsOnly: false });
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
  });
});
