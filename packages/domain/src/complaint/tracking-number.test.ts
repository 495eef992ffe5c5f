import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseTrackingNumber, trackingNumber } from './tracking-number.ts';

const random = Uint8Array.of(7, 19, 2, 20, 9, 23);
const right = { ok: true, number: 'BH-260930-7K2M9Q-E' };

describe('trackingNumber', () => {
  it('is prefix, day, serial and check character', () => {
    expect(trackingNumber({ prefix: 'BH', date: '2026-09-30', random })).toBe('BH-260930-7K2M9Q-E');
    expect(trackingNumber({ prefix: 'BH', date: '2026-09-30', random: new Uint8Array(6) })).toBe(
      'BH-260930-000000-R',
    );
    expect(
      trackingNumber({ prefix: 'YQGX', date: '2026-10-10', random: Uint8Array.of(17, 18, 19, 20, 21, 22) }),
    ).toBe('YQGX-261010-HJKMNP-R');
  });

  it('refuses what it cannot print', () => {
    expect(() => trackingNumber({ prefix: 'BH', date: '2026-02-30', random })).toThrow(RangeError);
    expect(() => trackingNumber({ prefix: 'BH', date: '1999-12-31', random })).toThrow(RangeError);
    expect(() => trackingNumber({ prefix: 'bh', date: '2026-09-30', random })).toThrow(RangeError);
    expect(() => trackingNumber({ prefix: '', date: '2026-09-30', random })).toThrow(RangeError);
    expect(() => trackingNumber({ prefix: 'BH', date: '2026-09-30', random: random.subarray(1) })).toThrow(
      RangeError,
    );
  });
});

describe('parseTrackingNumber', () => {
  test.each([
    'BH-260930-7K2M9Q-E',
    'bh-260930-7k2m9q-e',
    'BH2609307K2M9QE',
    ' BH 260930 7K2M9Q E ',
    'ＢＨ－２６０９３０－７Ｋ２Ｍ９Ｑ－Ｅ',
    'BH—26O93O—7K2M9Q—E',
    'B-H2-6-0930-7K2M-9QE',
  ])('reads %j', (text) => {
    expect(parseTrackingNumber(text, 'BH')).toEqual(right);
  });

  it('reads I and L as 1, also in the prefix', () => {
    const number = trackingNumber({
      prefix: 'LOI',
      date: '2026-10-11',
      random: Uint8Array.of(1, 0, 1, 1, 0, 0),
    });
    expect(number).toBe('LOI-261011-101100-2');
    expect(parseTrackingNumber('1o1-26lOil-iOLloO-2', 'LOI')).toEqual({ ok: true, number });
  });

  test.each([
    '',
    'BH',
    'BH-260930-7K2M9Q',
    'BH-260930-7K2M9Q-EE',
    'YQ-260930-7K2M9Q-E',
    '260930-7K2M9Q-E',
    'BH-26A930-7K2M9Q-E',
    'BH-260930-7K2U9Q-E',
    'BH-260930-7K2?9Q-E',
    'BH-261301-000000-Z',
    'BH-260230-000000-3',
    `BH-260930-7K2M9Q-E${' '.repeat(60)}`,
  ])('calls %j malformed', (text) => {
    expect(parseTrackingNumber(text, 'BH')).toEqual({ ok: false, code: 'malformed' });
  });

  test.each([
    'BH-260930-7K2M9Q-F',
    'BH-260930-7K2M9R-E',
    'BH-260903-7K2M9Q-E',
    'BH-260930-K72M9Q-E',
    'BH-260230-000000-4',
  ])('calls %j mistyped', (text) => {
    expect(parseTrackingNumber(text, 'BH')).toEqual({ ok: false, code: 'wrong_check' });
  });

  it('reads back every number it makes', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.uint8Array({ minLength: 6, maxLength: 6 }), (date, bytes) => {
        const number = trackingNumber({ prefix: 'BH', date: date.toISOString().slice(0, 10), random: bytes });
        expect(number).toMatch(/^BH-\d{6}-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]$/);
        expect(parseTrackingNumber(number.toLowerCase().replaceAll('-', ''), 'BH')).toEqual({
          ok: true,
          number,
        });
      }),
    );
  });
});
