import { describe, expect, it, test } from 'vitest';
import {
  anItem,
  anItemContext,
  COOPERATING,
  inspector,
  LEAD,
  leadOfficer,
  outcomeOf,
} from '../testing/index.ts';
import { triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import type { ItemEvent } from './item-event.ts';
import { proposeTeam, type TeamCandidate } from './team.ts';
import type { SupervisionItem, TeamPurpose } from './supervision-item.ts';

const one = (staffId: string, given: Partial<TeamCandidate> = {}): TeamCandidate => ({
  ...{ staffId, departmentIds: ['inspection-unit'], kind: 'full_time', categories: [] },
  ...{ openVerifications: 0, isAway: false, ...given },
});
const proposal = (
  candidates: readonly TeamCandidate[],
  item: SupervisionItem = anItem().advancing(),
  purpose: TeamPurpose = 'site_visit',
) => proposeTeam(candidates, ['business'], { item, purpose, complainedAboutIds: ['complained-about'] });
const proposed = (...given: Parameters<typeof proposal>) =>
  proposal(...given).flatMap(({ staffId, isProposed }) => (isProposed ? [staffId] : []));

describe('a team is proposed', () => {
  it('by expertise first, then by load', () => {
    const candidates = [
      one('busy', { openVerifications: 3 }),
      one('idle'),
      one('expert', { categories: ['business'], openVerifications: 5 }),
    ];
    expect(proposed(candidates)).toEqual(['expert', 'idle']);
    expect(proposal(candidates)[0]).toMatchObject({ knows: ['business'], openVerifications: 5 });
  });

  it('with somebody full-time where there is one, however much the others know', () => {
    const knows = { categories: ['business'] };
    const others = [
      one('part', { ...knows, kind: 'part_time' }),
      one('guest', { ...knows, kind: 'invited' }),
    ];
    expect(proposed([...others, one('full')])).toEqual(['part', 'full']);
    expect(proposed(others)).toEqual(['part', 'guest']);
  });

  test.each([
    ['of the lead', { departmentIds: [LEAD] }, 'concerned'],
    ['of a cooperating department', { departmentIds: [COOPERATING] }, 'concerned'],
    ['of the department complained about', { departmentIds: ['complained-about'] }, 'concerned'],
    ['who acts for somebody of the lead', { departmentIds: ['inspection-unit', LEAD] }, 'concerned'],
    ['who reported on it', { staffId: leadOfficer.staffId }, 'worked_on_it'],
  ] as const)('without a person %s', (_who, given, conflict) => {
    const [aside] = proposal([one('x', given)]);
    expect(aside).toMatchObject({ conflict, isProposed: false });
  });

  it('without whoever filed a finding, for the third check alone, and without whoever is away', () => {
    const item = anItem().inDisagreement();
    const finder = one(inspector.staffId);
    expect(proposal([finder], item, 'third_check')[0]).toMatchObject({ conflict: 'filed_finding' });
    expect(proposed([finder], item, 'site_visit')).toEqual([inspector.staffId]);
    expect(proposed([one('away', { isAway: true })])).toEqual([]);
  });
});

describe('a team is formed', () => {
  const form = (members: readonly TeamCandidate[]) =>
    outcomeOf(
      decideItem(
        anItem().advancing(),
        { type: 'form_team', purpose: 'site_visit', members, proposedIds: ['a', 'c'] },
        anItemContext({ actor: triageAdmin, now: '2026-10-14T02:00:00.000Z' }),
      ),
    );

  it('by a person, of two or more, and kept with what was proposed', () => {
    const event = {
      ...{ type: 'TeamFormed', at: '2026-10-14T02:00:00.000Z', by: triageAdmin.staffId },
      ...{ purpose: 'site_visit', memberIds: ['a', 'b'], proposedIds: ['a', 'c'] },
    } as const satisfies ItemEvent;
    expect(form([one('a'), one('b'), one('a')])).toEqual([event]);
    expect(evolveItem(anItem().advancing(), event).teams).toMatchObject([
      { purpose: 'site_visit', memberIds: ['a', 'b'] },
    ]);
  });

  it('of nobody alone and of nobody in conflict', () => {
    expect(form([one('a'), one('a')])).toMatchObject({ code: 'team_too_small' });
    expect(form([one('a'), one('b', { departmentIds: [LEAD] })])).toMatchObject({
      code: 'team_member_in_conflict',
    });
  });

  it('anew takes the place of the one before', () => {
    const formed = (memberIds: readonly string[]): ItemEvent => ({
      ...{ type: 'TeamFormed', at: '2026-10-14T02:00:00.000Z', by: 't', purpose: 'site_visit', memberIds },
      proposedIds: [],
    });
    const first = evolveItem(anItem().advancing(), formed(['a', 'b']));
    expect(evolveItem(first, formed(['c', 'd'])).teams).toMatchObject([{ memberIds: ['c', 'd'] }]);
  });
});
