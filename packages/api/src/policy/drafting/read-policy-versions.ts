import { listPolicyVersions, readNames, type PolicyData, type PolicyKind } from '@bihuan/db';
import { localDateOf, type Actor, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import type { PolicyDesk } from './policy-desk.ts';

/** A version with who wrote it and when. Nobody: what every installation starts from. */
export type PublishedPolicy<Kind extends PolicyKind> = {
  readonly policy: PolicyData[Kind];
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  readonly at: string;
  readonly draftedBy: string | null;
  readonly publishedBy: string | null;
  readonly isInForce: boolean;
};

export type PolicyVersions<Kind extends PolicyKind> = {
  readonly inForce: PolicyData[Kind];
  /** The newest first. */
  readonly published: readonly PublishedPolicy<Kind>[];
  readonly draft: {
    readonly policy: PolicyData[Kind];
    readonly revision: number;
    readonly at: string;
    readonly by: string | null;
  } | null;
  /** The first day a draft may come into effect. */
  readonly earliest: LocalDate;
  readonly mayChange: boolean;
};

/** What is in force, every version with its authors, and the draft. */
export async function readVersions<Kind extends PolicyKind>(
  desk: PolicyDesk<Kind>,
  house: House,
  actor: Actor,
): Promise<Result<PolicyVersions<Kind>>> {
  if (!desk.reads(actor)) return refusal('not_found');
  const today = localDateOf(house.now());
  const [inForce, versions] = await Promise.all([
    desk.inForce(house, today),
    listPolicyVersions(house.db, desk.kind),
  ]);
  const authors = versions.flatMap(({ draftedById, publishedById }) => [draftedById, publishedById]);
  const { people } = await readNames(
    house.db,
    [],
    authors.filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));
  const draft = versions.find(({ isDraft }) => isDraft);
  return done({
    inForce,
    published: versions
      .filter(({ isDraft }) => !isDraft)
      .map(({ policy, effectiveFrom, source, at, draftedById, publishedById }) => ({
        ...{ policy, effectiveFrom, source, at },
        draftedBy: nameOf(draftedById),
        publishedBy: nameOf(publishedById),
        isInForce: policy.version === inForce.version,
      })),
    draft:
      draft === undefined
        ? null
        : { policy: draft.policy, revision: draft.revision, at: draft.at, by: nameOf(draft.draftedById) },
    earliest: desk.earliest(today),
    mayChange: desk.changes(actor),
  });
}
