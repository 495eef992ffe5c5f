import { describe, expect, it } from 'vitest';
import { evolveApiKey, isOpenTo, revokeApiKey, type ApiKeyEvent } from './api-key.ts';

const issued: ApiKeyEvent = {
  type: 'ApiKeyIssued',
  at: '2026-10-12T01:00:00.000Z',
  id: 'k',
  client: 'park-app',
  note: '',
  scopes: ['file', 'read_own'],
  perHour: 600,
};
const key = evolveApiKey(null, issued);

describe('an API key', () => {
  it('opens only what it was issued for', () => {
    expect([isOpenTo(key, 'file'), isOpenTo(key, 'read_own'), isOpenTo(key, 'read_public')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('opens nothing after it was revoked, and is revoked once', () => {
    const decision = revokeApiKey(key, '合同到期', '2026-10-13T01:00:00.000Z');
    expect(decision).toEqual({
      ok: true,
      events: [{ type: 'ApiKeyRevoked', at: '2026-10-13T01:00:00.000Z', reason: '合同到期' }],
    });
    const revoked = decision.ok ? decision.events.reduce(evolveApiKey, key) : key;
    expect(isOpenTo(revoked, 'file')).toBe(false);
    expect(revokeApiKey(revoked, '', '2026-10-14T01:00:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'api_key_already_revoked' },
    });
  });

  it('cannot be revoked before it was issued', () => {
    expect(() => evolveApiKey(null, { type: 'ApiKeyRevoked', at: '', reason: '' })).toThrow(
      'ApiKeyRevoked before ApiKeyIssued',
    );
  });
});
