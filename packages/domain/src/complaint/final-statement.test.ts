import { expect, test } from 'vitest';
import { finalText, isFinalText, parseFinal } from './final-statement.ts';

const STATEMENT = {
  trackingNumber: 'BH-261012-7K2M9Q-C',
  approvedAt: '2026-11-02T02:00:00.000Z',
  dossierHash: 'a'.repeat(64),
};
const SIGNED = `BHF1.BH-261012-7K2M9Q-C.20261102T020000Z.${'a'.repeat(64)}.r1`;

test('is a text that needs no escaping, read back from an address or broken over lines', () => {
  expect(finalText(STATEMENT, 'r1')).toBe(SIGNED);
  const whole = `${SIGNED}.${'s'.repeat(86)}`;
  const read = { ok: true, statement: STATEMENT, keyId: 'r1', signed: SIGNED, signature: 's'.repeat(86) };
  for (const text of [whole, `https://example.org/verify?s=${whole}`, whole.replaceAll(/(.{20})/g, '$1\n')]) {
    expect(isFinalText(text)).toBe(true);
    expect(parseFinal(text)).toEqual(read);
  }
});

test('tells one cut short from none at all', () => {
  expect(parseFinal(`${SIGNED}.${'s'.repeat(85)}`)).toEqual({ ok: false, code: 'incomplete' });
  expect(parseFinal('BHR1.BH')).toEqual({ ok: false, code: 'no_final' });
  expect(isFinalText('BHR1.BH')).toBe(false);
});
