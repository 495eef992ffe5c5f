import { hasRole, type Actor, type ApiKeyScope, type Instant } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';

export type ApiKeyRow = {
  readonly id: string;
  readonly client: string;
  readonly note: string;
  /** The first characters of the secret. */
  readonly hint: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly perHour: number;
  readonly issuedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
};

const MOST = 200;

/** The keys ever issued, newest first and 200 at most. For system admins. */
export async function listApiKeys(house: House, actor: Actor): Promise<Result<readonly ApiKeyRow[]>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const rows = await house.db.prisma.apiKey.findMany({
    orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  return done(
    rows.map(({ id, client, note, hint, scopes, perHour, issuedAt, revokedAt, lastUsedAt }) => ({
      ...{ id, client, note, hint, perHour, scopes: scopes as ApiKeyScope[] },
      issuedAt: issuedAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  );
}
