import { describe, expect, it } from 'vitest';
import { databaseAddress, isDatabaseAddress, originPattern } from '#core/sync/database-address.ts';

describe('the address of a database', () => {
  it.each([
    ['couch.example', 'notes', 'https://couch.example/notes'],
    [' https://couch.example/ ', ' notes ', 'https://couch.example/notes'],
    ['https://couch.example:6984', 'notes', 'https://couch.example:6984/notes'],
    ['HTTPS://Couch.Example', 'notes', 'https://couch.example/notes'],
    ['https://example.org/couch/', 'notes', 'https://example.org/couch/notes'],
    ['https://reader:secret@couch.example/?a=b#c', 'notes', 'https://couch.example/notes'],
    ['http://localhost:5984/_utils', 'notes', 'http://localhost:5984/notes'],
    ['https://example.org/couch/_utils/#login', 'notes', 'https://example.org/couch/notes'],
    ['https://example.org/_utils/verifyinstall.html', 'notes', 'https://example.org/notes'],
    ['https://example.org/my_utils/', 'notes', 'https://example.org/my_utils/notes'],
    ['couch.example', 'a/b', 'https://couch.example/a%2Fb'],
    ['http://localhost:5984', 'notes', 'http://localhost:5984/notes'],
    ['http://127.0.0.1:5984', 'notes_2', 'http://127.0.0.1:5984/notes_2'],
    ['https://[::1]:6984', 'notes', 'https://[::1]:6984/notes'],
    ['bücher.example', 'notes', 'https://xn--bcher-kva.example/notes'],
  ])('of %s and %s is %s', (server, database, address) => {
    expect(databaseAddress(server, database)).toEqual({ address });
    expect(isDatabaseAddress(address)).toBe(true);
  });

  it.each([
    ['', 'notes', 'no-address'],
    ['https://', 'notes', 'no-address'],
    ['not an address', 'notes', 'no-address'],
    ['http://couch.example', 'notes', 'not-safe'],
    ['http://localhost.example', 'notes', 'not-safe'],
    ['http://192.168.1.5:5984', 'notes', 'not-safe'],
    ['file:///etc', 'notes', 'no-address'],
    ['ftp://couch.example', 'notes', 'not-safe'],
    ['javascript://couch.example', 'notes', 'not-safe'],
    ['couch.example', ' ', 'no-name'],
    ['couch.example', '', 'no-name'],
    ['couch.example', 'Notes', 'bad-name'],
    ['couch.example', '_users', 'bad-name'],
    ['couch.example', '../other', 'bad-name'],
    ['couch.example', 'a?b', 'bad-name'],
    ['couch.example', 'n'.repeat(239), 'bad-name'],
  ])('of %s and %s is none: %s', (server, database, problem) => {
    expect(databaseAddress(server, database)).toEqual({ problem });
  });

  it.each([
    '',
    'couch.example/notes',
    'https://couch.example',
    'https://couch.example/',
    'https://couch.example/notes/',
    'https://couch.example/notes?a=b',
    'https://couch.example/notes#a',
    'https://reader:secret@couch.example/notes',
    'https://couch.example/_users',
    'https://couch.example/notes/_all_docs',
    'https://couch.example/%E0',
    'https://couch.example/a/../notes',
    'http://couch.example/notes',
    'ws://localhost/notes',
  ])('is not %s', (address) => {
    expect(isDatabaseAddress(address)).toBe(false);
  });

  it('asks for access to that host alone, whose ports a pattern does not know', () => {
    expect(originPattern('https://couch.example:6984/notes')).toBe('https://couch.example/*');
    expect(originPattern('http://127.0.0.1:5984/notes')).toBe('http://127.0.0.1/*');
  });
});
