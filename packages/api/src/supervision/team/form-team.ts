import { readTeamPeople } from '@bihuan/db';
import { localDateOf, proposeTeam, TEAM_PURPOSES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { complainedAbout } from '../../people/identity/complained-about.ts';
import { badInput, done, type Result } from '../../result.ts';
import { changeItem, type ChangedItem } from '../change-item.ts';
import { itemRef } from '../item-input.ts';
import { categoriesOf } from './team-proposals.ts';

const schema = z.object({
  ...itemRef,
  purpose: choice(TEAM_PURPOSES),
  memberIds: z.array(z.uuid('unknown_staff'), 'required').max(20, 'out_of_range').default([]),
});

/** Forms a team (督查组) of people named for teams, for a verification, a visit or a third check. A person decides. */
export async function formTeam(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, purpose, memberIds } = parsed.value;
  const people = await readTeamPeople(house.db, localDateOf(house.now()));
  const members = people.filter(({ staffId }) => memberIds.includes(staffId));
  if (members.length < new Set(memberIds).size) return badInput({ memberIds: 'unknown_staff' });
  return changeItem(house, actor, { itemId, version }, async (item) => {
    const complainedAboutIds = await complainedAbout(house, item.complaintIds);
    const cases = proposeTeam(people, await categoriesOf(house, item), { item, purpose, complainedAboutIds });
    const proposedIds = cases.filter(({ isProposed }) => isProposed).map(({ staffId }) => staffId);
    const bound = members.map(({ staffId, departmentIds }) => ({ staffId, departmentIds }));
    return done({ type: 'form_team', purpose, members: bound, proposedIds });
  });
}
