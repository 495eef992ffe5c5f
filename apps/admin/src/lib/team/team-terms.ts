import type { ProposedMember } from '@bihuan/api';
import type { ExpertiseKind, TeamConflict, TeamPurpose } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';

export const expertiseKindTerm: Readonly<Record<ExpertiseKind, () => string>> = {
  full_time: m.team_kind_full_time,
  part_time: m.team_kind_part_time,
  invited: m.team_kind_invited,
};

export const teamPurposeTerm: Readonly<Record<TeamPurpose, () => string>> = {
  verification: m.team_purpose_verification,
  site_visit: m.team_purpose_site_visit,
  third_check: m.team_purpose_third_check,
};

const conflictText: Readonly<Record<TeamConflict, () => string>> = {
  concerned: m.team_conflict_concerned,
  worked_on_it: m.team_conflict_worked_on_it,
  filed_finding: m.team_conflict_filed_finding,
};

/** A category in the language of the reader. */
export function categoryName({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string {
  return getLocale() === 'en' && nameEn !== '' ? nameEn : name;
}

/** Why a person is proposed, or not: capacity, what they know of the matter, and what they have in hand. */
export function memberSentence({ kind, knows, openVerifications, isAway, conflict }: ProposedMember): string {
  if (conflict !== null) return conflictText[conflict]();
  if (isAway) return m.team_away();
  const parts = { kind: expertiseKindTerm[kind](), open: String(openVerifications) };
  return knows.length === 0
    ? m.team_because_load(parts)
    : m.team_because_expert({ ...parts, fields: knows.map(categoryName).join(m.admin_list_comma()) });
}
