import { readTeamPeople } from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, type Result } from '../result.ts';
import { changeInspection, inspectionRef, type ChangedInspection } from './change-inspection.ts';
import { rankInspectors } from './inspection-team.ts';

const schema = z.object({
  ...inspectionRef,
  memberIds: z.array(z.uuid('unknown_staff'), 'required').max(20, 'out_of_range').default([]),
});

/** Forms the team of an inspection from people named for teams, in place of the one before. A person decides. */
export async function formInspectionTeam(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedInspection>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { memberIds, ...ref } = parsed.value;
  const people = await readTeamPeople(house.db, localDateOf(house.now()));
  const members = people.filter(({ staffId }) => memberIds.includes(staffId));
  if (members.length < new Set(memberIds).size) return badInput({ memberIds: 'unknown_staff' });
  return changeInspection(house, actor, ref, async (state) => {
    const cases = await rankInspectors(house, people, state);
    const proposedIds = cases.filter(({ isProposed }) => isProposed).map(({ staffId }) => staffId);
    const bound = members.map(({ staffId, departmentIds }) => ({ staffId, departmentIds }));
    return done({ type: 'form_team', members: bound, proposedIds });
  });
}
