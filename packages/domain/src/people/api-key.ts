import { BrokenStream } from '../broken-stream.ts';
import type { Instant } from '../calendar/index.ts';
import { refused, happened, type Decision } from '../decision.ts';

/**
 * file: hand in complaints · read_own: read whole what the same client handed in · read_public: read what anybody may ·
 * enter_results: send results of indicators.
 */
export const API_KEY_SCOPES = ['file', 'read_own', 'read_public', 'enter_results'] as const;

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** What a program of somebody else may do here. Its secret is kept nowhere. */
export type ApiKey = {
  readonly id: string;
  /** Names who holds it. A client keeps its name when its key is replaced, and with it what it filed. */
  readonly client: string;
  readonly note: string;
  readonly scopes: readonly ApiKeyScope[];
  /** Requests that are answered within one hour. */
  readonly perHour: number;
  readonly issuedAt: Instant;
  readonly revokedAt: Instant | null;
};

export type ApiKeyEvent =
  | {
      readonly type: 'ApiKeyIssued';
      readonly at: Instant;
      readonly id: string;
      readonly client: string;
      readonly note: string;
      readonly scopes: readonly ApiKeyScope[];
      readonly perHour: number;
    }
  | { readonly type: 'ApiKeyRevoked'; readonly at: Instant; readonly reason: string };

export function evolveApiKey(state: ApiKey | null, event: ApiKeyEvent): ApiKey {
  if (event.type === 'ApiKeyIssued') {
    const { id, client, note, scopes, perHour, at } = event;
    return { id, client, note, scopes, perHour, issuedAt: at, revokedAt: null };
  }
  if (state === null) throw new BrokenStream(`${event.type} before ApiKeyIssued`);
  return { ...state, revokedAt: event.at };
}

/** A key is revoked once and for good. */
export function revokeApiKey(
  key: ApiKey,
  reason: string,
  now: Instant,
): Decision<ApiKeyEvent, 'api_key_already_revoked'> {
  return key.revokedAt === null
    ? happened({ type: 'ApiKeyRevoked', at: now, reason })
    : refused('api_key_already_revoked');
}

/** Whether a key opens this door now. */
export function isOpenTo(key: Pick<ApiKey, 'revokedAt' | 'scopes'>, scope: ApiKeyScope): boolean {
  return key.revokedAt === null && key.scopes.includes(scope);
}
