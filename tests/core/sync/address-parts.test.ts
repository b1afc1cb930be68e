import { expect, test } from 'vitest';
import { addressParts } from '#core/sync/address-parts.ts';
import { databaseAddress } from '#core/sync/database-address.ts';

test.each([
  ['couch.example.org', 'notes', 'https://couch.example.org', 'couch.example.org'],
  ['http://localhost:5984', 'a+b/c', 'http://localhost:5984', 'localhost:5984'],
  ['https://example.org/couch/', 'n(1)', 'https://example.org/couch', 'example.org'],
])('%s and %s are found again in their address', (typed, name, server, host) => {
  const made = databaseAddress(typed, name);
  const address = 'address' in made ? made.address : '';
  expect(addressParts(address)).toEqual({ server, host, name });
  expect(databaseAddress(server, name)).toEqual({ address });
});

test.each(['', 'nothing', 'https://', 'https://couch.example.org/%E0%A4%A'])(
  'what is no address does not throw: %j',
  (text) => expect(addressParts(text).host).toBeTypeOf('string'),
);
