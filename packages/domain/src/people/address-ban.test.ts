import { describe, expect, it } from 'vitest';
import { banAddress, evolveAddressBan, isBanning, liftBan, type AddressBanEvent } from './address-ban.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const banned: AddressBanEvent = {
  ...{ type: 'AddressBanned', at: NOW, id: 'b' },
  ...{ reason: '一小时内提交了三十份同样的广告', until: '2026-10-19' },
};
const ban = evolveAddressBan(null, banned);

describe('a ban of an address', () => {
  it('is given with a reason and a last day', () => {
    const { id, reason, until } = ban;
    expect(banAddress({ id, reason, until }, NOW)).toEqual({ ok: true, events: [banned] });
  });

  it('ends within thirty days, and not before it begins', () => {
    const until = (day: string) => banAddress({ id: 'b', reason: '广告', until: day }, NOW);
    expect(until('2026-10-12')).toMatchObject({ ok: true });
    expect(until('2026-11-11')).toMatchObject({ ok: true });
    expect(until('2026-11-12')).toEqual({
      ok: false,
      refusal: { code: 'ban_too_long', data: { most: 30 } },
    });
    expect(until('2026-10-11')).toEqual({ ok: false, refusal: { code: 'date_in_the_past' } });
  });

  it('holds to the end of its last day in Shanghai', () => {
    expect(isBanning(ban, '2026-10-19T15:59:59.000Z')).toBe(true);
    expect(isBanning(ban, '2026-10-19T16:00:00.000Z')).toBe(false);
  });

  it('is lifted while it runs, once', () => {
    const lifted = liftBan(ban, '是大厅的公用网络', '2026-10-13T01:00:00.000Z');
    expect(lifted).toEqual({
      ok: true,
      events: [{ type: 'AddressBanLifted', at: '2026-10-13T01:00:00.000Z', reason: '是大厅的公用网络' }],
    });
    const after = lifted.ok ? lifted.events.reduce(evolveAddressBan, ban) : ban;
    expect(isBanning(after, '2026-10-13T01:00:00.000Z')).toBe(false);
    expect(liftBan(after, '', '2026-10-13T02:00:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'ban_over' },
    });
    expect(liftBan(ban, '', '2026-10-20T02:00:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'ban_over' },
    });
  });

  it('cannot be lifted before it was given', () => {
    expect(() => evolveAddressBan(null, { type: 'AddressBanLifted', at: NOW, reason: '' })).toThrow(
      'AddressBanLifted before AddressBanned',
    );
  });
});
