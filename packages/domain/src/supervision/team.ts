import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { concernedDepartmentIds, type SupervisionItem, type TeamPurpose } from './supervision-item.ts';

export const EXPERTISE_KINDS = ['full_time', 'part_time', 'invited'] as const;
/** Full-time 专职, part-time 兼职, invited expert 特邀. */
export type ExpertiseKind = (typeof EXPERTISE_KINDS)[number];

/** A person with the departments they are bound to: their own, and those of people in whose place they act. */
export type TeamMember = { readonly staffId: string; readonly departmentIds: readonly string[] };

/** Somebody who can be on a team, as of today. */
export type TeamCandidate = TeamMember & {
  readonly kind: ExpertiseKind;
  /** Codes of the categories they know. */
  readonly categories: readonly string[];
  readonly openVerifications: number;
  /** Somebody acts in their place today. */
  readonly isAway: boolean;
};

/** Why a person steps aside: their department is concerned, they worked on the item, or they filed a finding to be checked. */
export type TeamConflict = 'concerned' | 'worked_on_it' | 'filed_finding';

/** What speaks for or against a person; the categories of the item they know, and how many verifications they have open. */
export type TeamCase = {
  readonly staffId: string;
  readonly kind: ExpertiseKind;
  readonly knows: readonly string[];
  readonly openVerifications: number;
  readonly isAway: boolean;
  readonly conflict: TeamConflict | null;
  readonly isProposed: boolean;
};

type Matter = {
  readonly item: SupervisionItem;
  readonly purpose: TeamPurpose;
  readonly complainedAboutIds: readonly string[];
};

/** The fewest people on a team. */
export const TEAM_LEAST = 2;

/**
 * Puts the people for a team in order: who knows the category first, then full-time before part-time before invited, then the
 * least loaded. The first two of those free are proposed, one of them full-time where there is one. Nobody in conflict or away
 * is. Source: domain.md, Teams: proposed by expertise, load, and no conflict.
 */
export function rankForTeam(
  candidates: readonly TeamCandidate[],
  categories: readonly string[],
  conflictOf: (member: TeamMember) => TeamConflict | null,
): readonly TeamCase[] {
  const cases = candidates.map((one) => ({
    staffId: one.staffId,
    kind: one.kind,
    knows: categories.filter((category) => one.categories.includes(category)),
    openVerifications: one.openVerifications,
    isAway: one.isAway,
    conflict: conflictOf(one),
  }));
  const sorted = cases.toSorted(
    (a, b) =>
      b.knows.length - a.knows.length ||
      EXPERTISE_KINDS.indexOf(a.kind) - EXPERTISE_KINDS.indexOf(b.kind) ||
      a.openVerifications - b.openVerifications ||
      (a.staffId < b.staffId ? -1 : 1),
  );
  const free = sorted.filter(({ conflict, isAway }) => conflict === null && !isAway);
  const best = free.slice(0, TEAM_LEAST);
  const fullTime = free.find(({ kind }) => kind === 'full_time');
  const proposed =
    fullTime === undefined || best.some(({ kind }) => kind === 'full_time')
      ? best
      : [...best.slice(0, TEAM_LEAST - 1), fullTime];
  return sorted.map((one) => ({ ...one, isProposed: proposed.includes(one) }));
}

/** The people for a team of one item, in order. */
export function proposeTeam(
  candidates: readonly TeamCandidate[],
  categories: readonly string[],
  matter: Matter,
): readonly TeamCase[] {
  return rankForTeam(candidates, categories, (member) => teamConflict(member, matter));
}

/** Why this person may not be on a team for the item; null where nothing stands against it. */
export function teamConflict(
  { staffId, departmentIds }: TeamMember,
  { item, purpose, complainedAboutIds }: Matter,
): TeamConflict | null {
  const recused = [...concernedDepartmentIds(item), ...complainedAboutIds];
  if (departmentIds.some((id) => recused.includes(id))) return 'concerned';
  const workers = item.reports.map((report) => report.staffId);
  if ('requestedBy' in item) workers.push(item.requestedBy);
  if (workers.includes(staffId)) return 'worked_on_it';
  const hasFiled = item.findings.some((finding) => finding.staffId === staffId);
  return purpose === 'third_check' && hasFiled ? 'filed_finding' : null;
}

/** A person decides who is on the team: two or more, none in conflict. What was proposed is kept beside it. */
export function formTeam(
  item: SupervisionItem,
  { purpose, members, proposedIds }: ItemCommand & { type: 'form_team' },
  { staffId: by }: StaffActor,
  { now: at, complainedAboutIds }: ItemContext,
): ItemDecision {
  const memberIds = [...new Set(members.map(({ staffId }) => staffId))];
  if (memberIds.length < TEAM_LEAST) return refused('team_too_small', { least: TEAM_LEAST });
  const matter = { item, purpose, complainedAboutIds };
  if (members.some((member) => teamConflict(member, matter) !== null))
    return refused('team_member_in_conflict');
  return happened({ type: 'TeamFormed', at, by, purpose, memberIds, proposedIds });
}
