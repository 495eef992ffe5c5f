import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test('whoever comes past the proxy has no address of their own, and is let in', () => {
  const fromProxy = { getClientAddress: () => '10.0.0.7' };
  const pastIt = {
    getClientAddress: () => {
      throw new Error('Address header was specified with ADDRESS_HEADER=x-forwarded-for but is absent');
    },
  };
  expect([clientAddress(fromProxy), clientAddress(pastIt)]).toEqual(['10.0.0.7', '']);
});
