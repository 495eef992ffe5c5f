import { hasRole, personsOf, type StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { CALLBACK_DESK } from '../callbacks/callback-desk.ts';
import { changesRouting } from '../routing/routing-authority.ts';
import { editablePolicy } from './editable-policies.ts';

export type WaitingPolicy = {
  readonly kind: string;
  readonly version: string;
  /** Why it is to change; empty while nobody has signed. */
  readonly reason: string;
  readonly since: string;
};

/**
 * Drafts of policies that wait for this person: those another signed and that they may sign as the second, and those they may go on
 * with and publish.
 */
export async function waitingPolicies(
  house: House,
  actor: StaffActor,
): Promise<{ readonly toSign: readonly WaitingPolicy[]; readonly drafts: readonly WaitingPolicy[] }> {
  if (!hasRole(actor, 'appraisal_admin', 'leader', 'triage_admin')) return { toSign: [], drafts: [] };
  const rows = await house.db.prisma.policy.findMany({
    where: { status: 'draft' },
    select: { kind: true, version: true, reason: true, createdAt: true, signedById: true, signedAt: true },
    orderBy: [{ createdAt: 'asc' }, { kind: 'asc' }],
  });
  const lineOf = ({ kind, version, reason, createdAt, signedAt }: (typeof rows)[number]): WaitingPolicy => ({
    ...{ kind, version, reason: signedAt === null ? '' : reason },
    since: (signedAt ?? createdAt).toISOString(),
  });
  return {
    toSign: rows
      .filter(
        ({ kind, signedById }) =>
          signedById !== null &&
          !personsOf(actor).includes(signedById) &&
          editablePolicy(kind)?.signs(actor) === true,
      )
      .map(lineOf),
    drafts: rows.filter(({ kind, signedById }) => signedById === null && changes(actor, kind)).map(lineOf),
  };
}

function changes(actor: StaffActor, kind: string): boolean {
  if (kind === 'routing') return changesRouting(actor);
  return (editablePolicy(kind) ?? (kind === 'callbacks' ? CALLBACK_DESK : null))?.changes(actor) ?? false;
}
