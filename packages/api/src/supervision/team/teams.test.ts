import { readStream } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { listTeamPeople } from '../../people/expertise/list-team-people.ts';
import { nameForTeams } from '../../people/expertise/name-for-teams.ts';
import { nameSubstitute } from '../../people/substitution/name-substitute.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readItemChoices } from '../item-choices.ts';
import { readItem } from '../read-item.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../testing/stages.ts';
import { formTeam } from './form-team.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;

const named = (staffId: string, given: object = {}) =>
  nameForTeams(house, cast.triage, { staffId, kind: 'full_time', fromOn: '2026-10-01', ...given });

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ itemId } = await anAssignedItem(house, cast));
  const category = 'business';
  const known = { code: category, name: '企业开办与变更', nameEn: 'Business', position: 99 };
  await house.db.prisma.category.create({ data: known });
  taken(await named(cast.inspector.staffId));
  taken(await named(cast.thirdInspector.staffId, { kind: 'part_time', categories: [category] }));
  taken(await named(cast.fourthInspector.staffId, { kind: 'invited' }));
  taken(await named(cast.concernedInspector.staffId, { categories: [category] }));
});
afterAll(() => house.drop());

const proposal = async () => {
  const { teams } = taken(await readItemChoices(house, cast.triage, { itemId }));
  return teams.find(({ purpose }) => purpose === 'site_visit')?.people ?? [];
};

describe('who can be on a team', () => {
  it('is named from a day on, and what was said before ends the day before', async () => {
    const { staffId } = cast.assessor;
    taken(await named(staffId, { kind: 'invited' }));
    taken(await named(staffId, { kind: 'part_time', fromOn: '2026-10-12', toOn: '2026-10-20' }));
    const rows = await house.db.prisma.expertiseRow.findMany({
      where: { staffId },
      orderBy: { fromOn: 'asc' },
    });
    expect(rows.map(({ toOn }) => toOn?.toISOString().slice(0, 10))).toEqual(['2026-10-11', '2026-10-20']);
    expect(await named(staffId, { fromOn: '2026-10-05' })).toMatchObject({
      fields: { fromOn: 'out_of_range' },
    });
    house.at('2026-10-21T01:00:00.000Z');
    const there = taken(await listTeamPeople(house, cast.leader));
    house.at('2026-10-12T01:00:00.000Z');
    expect(there.map((one) => one.staffId)).not.toContain(staffId);
  });

  it('is for the offices to name and to know', async () => {
    expect(await named(cast.inspector.staffId, { categories: ['no-such'] })).toMatchObject({
      fields: { categories: 'unknown_category' },
    });
    const asked = { staffId: cast.officer.staffId, kind: 'full_time', fromOn: '2026-10-12' };
    expect(refusalOf(await nameForTeams(house, cast.officer, asked))).toBe('not_found');
    expect(refusalOf(await listTeamPeople(house, cast.officer))).toBe('not_found');
    expect(taken(await readItemChoices(house, cast.officer, { itemId })).teams).toEqual([]);
  });
});

describe('a team for an item', () => {
  it('is proposed with its grounds; whoever is of a department concerned steps aside', async () => {
    const people = await proposal();
    expect(people.filter(({ isProposed }) => isProposed).map(({ staffId }) => staffId)).toEqual([
      cast.thirdInspector.staffId,
      cast.inspector.staffId,
    ]);
    expect(people.find(({ staffId }) => staffId === cast.concernedInspector.staffId)).toMatchObject({
      conflict: 'concerned',
      isProposed: false,
    });
  });

  it('leaves out whoever is away', async () => {
    const [staffId, substituteId] = [cast.thirdInspector.staffId, cast.fourthInspector.staffId];
    const absence = { staffId, substituteId, from: '2026-10-12', to: '2026-10-13' };
    taken(await nameSubstitute(house, cast.thirdInspector, absence));
    const people = await proposal();
    expect(people.find((one) => one.staffId === staffId)).toMatchObject({ isAway: true, isProposed: false });
  });

  it('is decided by a person and kept with the item', async () => {
    const team = { itemId, purpose: 'site_visit' };
    const memberIds = [cast.inspector.staffId, cast.fourthInspector.staffId];
    expect(refusalOf(await formTeam(house, cast.triage, { ...team, memberIds: memberIds.slice(1) }))).toBe(
      'team_too_small',
    );
    const concerned = [cast.inspector.staffId, cast.concernedInspector.staffId];
    expect(refusalOf(await formTeam(house, cast.triage, { ...team, memberIds: concerned }))).toBe(
      'team_member_in_conflict',
    );
    expect(await formTeam(house, cast.triage, { ...team, memberIds: [cast.officer.staffId] })).toMatchObject({
      fields: { memberIds: 'unknown_staff' },
    });
    expect(refusalOf(await formTeam(house, cast.inspector, { ...team, memberIds }))).toBe('not_authorised');
    taken(await formTeam(house, cast.triage, { ...team, memberIds }));
    const view = taken(await readItem(house, cast.triage, { itemId }));
    expect(view.teams).toMatchObject([{ purpose: 'site_visit', by: { id: cast.triage.staffId } }]);
    expect(view.teams[0]?.members.map(({ id }) => id).toSorted()).toEqual(memberIds.toSorted());
    expect((await readStream(house.db, itemId)).at(-1)?.type).toBe('TeamFormed');
    expect((await verifyAudit(house)).replay?.differences).toEqual([]);
  });
});
