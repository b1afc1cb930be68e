// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useLocale } from '#tests/ui/use-locale.ts';
import { fake, on } from './fake-background.ts';
import {
  button,
  click,
  field,
  leaveSync,
  press,
  saidOf,
  settle,
  showSync,
  type,
  typeServer,
  words,
} from './sync-page.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-background.ts')).browser,
}));

const access = { database: 'https://couch.example.org/notes', name: 'ana', password: 'a password' };

beforeEach(async () => {
  useLocale('en');
  fake.begin();
  await showSync();
});
afterEach(leaveSync);

test('where no server is set up it says what this is, and nothing is asked', () => {
  expect(words()).toContain('through a CouchDB server of your own');
  expect(words()).toContain('Without a server, nothing is sent.');
  expect(fake.asked()).toEqual([]);
});

describe('the server', () => {
  beforeEach(async () => {
    await click('Set up with a server');
    await typeServer();
  });

  test('access is asked for within the click, then the server is asked', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'notebook' });
    press('Test connection');
    expect(fake.asked()).toEqual(['access https://couch.example.org/*']);
    await settle();
    expect(fake.asked()).toEqual(['access https://couch.example.org/*', 'sync.test']);
    expect(fake.inputs.at(-1)).toEqual(access);
    expect(words()).toContain('your passphrase will open it');
  });

  test('where access is refused nothing is sent, and it says so', async () => {
    fake.isGranted = false;
    await click('Test connection');
    await type('Passphrase', 'four or five words');
    await click('Start syncing');
    expect(fake.asked()).toEqual([
      'access https://couch.example.org/*',
      'access https://couch.example.org/*',
    ]);
    expect(words()).toContain('Nothing was sent.');
  });

  test.each([
    ['Server address', '', 'Type an address'],
    ['Server address', 'http://couch.example.org', 'Use https://'],
    ['Database', ' ', 'Type the name of the database.'],
    ['Database', 'Notes', 'digits and _ $ ( ) + - /.'],
    ['Database', 'Notes', 'begins with a small letter'],
  ])('%s %j is said at the field, and nobody is asked', async (label, value, said) => {
    await type(label, value);
    await click('Test connection');
    expect(saidOf(label)).toContain(said);
    expect(field(label).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field(label));
    expect(fake.asked()).toEqual([]);
    await type(label, 'something else');
    expect(saidOf(label)).not.toContain(said);
  });

  test('two fields that are wrong are both said', async () => {
    await type('Server address', '');
    await type('Database', '');
    await click('Test connection');
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
  });

  test('of what was clicked twice one is done', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'nothing' });
    press('Test connection');
    press('Test connection');
    press('Start syncing');
    await settle();
    expect(fake.asked()).toEqual(['access https://couch.example.org/*', 'sync.test']);
  });

  test('what was found is said of the server that was asked, not of another', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'nothing' });
    await click('Test connection');
    expect(words()).toContain('The database is empty.');
    await type('Database', 'others');
    expect(words()).not.toContain('The database is empty.');
  });

  test('no such database: it can be made, and is asked again then', async () => {
    let isMade = false;
    fake.answers['sync.test'] = () =>
      isMade ? { problem: null, holds: 'nothing' } : { problem: 'no-database', holds: null };
    fake.answers['sync.make'] = () => {
      isMade = true;
      return { problem: null };
    };
    await click('Test connection');
    expect(words()).toContain('couch.example.org has no database “notes”.');
    await click('Make the database');
    expect(words()).toContain('The database is empty.');
    expect(fake.log.filter((name) => name === 'sync.make')).toHaveLength(1);
  });

  test('CORS: the lines to set are there, with our own origin', async () => {
    fake.answers['sync.test'] = () => ({ problem: 'cors', holds: null });
    await click('Test connection');
    const lines = document.querySelector('pre')?.textContent ?? '';
    expect(lines).toContain('[chttpd]\nenable_cors = true');
    expect(lines).toContain(`origins = ${location.origin}\n`);
    expect(button('Copy').isConnected).toBe(true);
  });

  test.each(['no-safe-connection', 'unreachable'] as const)(
    '%s: the browser itself can be asked',
    async (problem) => {
      fake.answers['sync.test'] = () => ({ problem, holds: null });
      await click('Test connection');
      const link = [...document.querySelectorAll('a')].find(
        ({ textContent }) => textContent === 'Open the address in a tab',
      );
      expect(link?.href).toBe('https://couch.example.org/');
      expect(link?.target).toBe('_blank');
    },
  );

  test('a secret is in no address and no store, and the browser is told which is which', async () => {
    expect(field('Password').type).toBe('password');
    expect(field('Password').autocomplete).toBe('current-password');
    expect(field('Passphrase').type).toBe('password');
    // Else a browser that keeps passwords would take one for the other.
    expect(field('Passphrase').form).not.toBe(field('Password').form);
    expect(location.href).not.toContain('password');
    expect(localStorage).toHaveLength(0);
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('to start', () => {
  const started = vi.fn();
  beforeEach(async () => {
    started.mockReset();
    fake.answers['sync.setUp'] = (input) => {
      started(input);
      fake.state = on;
      return { problem: null };
    };
    await click('Set up with a server');
    await typeServer();
  });

  test('a new notebook: the passphrase is chosen, so it is typed twice, after a warning', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'nothing' });
    await type('Passphrase', 'four or five words');
    await click('Start syncing');
    expect(started).not.toHaveBeenCalled();
    expect(saidOf('Passphrase once more')).toContain('Nobody can bring it back');
    expect(field('Passphrase once more').autocomplete).toBe('new-password');
    expect(document.activeElement).toBe(field('Passphrase once more'));
    await type('Passphrase once more', 'four or five word');
    await click('Start syncing');
    expect(started).not.toHaveBeenCalled();
    await type('Passphrase once more', 'four or five words');
    await type('Name of this device', ' Desk ');
    await click('Start syncing');
    expect(started).toHaveBeenCalledExactlyOnceWith({
      access,
      passphrase: 'four or five words',
      device: 'Desk',
    });
    expect(words()).toContain('Syncing is on.');
    expect(button('Sync now').isConnected).toBe(true);
  });

  test('a new notebook: what is easily guessed will not do', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'nothing' });
    await click('Test connection');
    await type('Passphrase', 'notes');
    await type('Passphrase once more', 'notes');
    await click('Start syncing');
    expect(started).not.toHaveBeenCalled();
    expect(saidOf('Passphrase')).toContain('easy to guess');
  });

  test('a notebook that is there: once is enough, and however short it is', async () => {
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'notebook' });
    await type('Passphrase', 'notes');
    await click('Start syncing');
    expect(started).toHaveBeenCalledOnce();
  });

  test('without a passphrase nobody is asked', async () => {
    await click('Start syncing');
    expect(saidOf('Passphrase')).toContain('Type the passphrase.');
    expect(fake.asked()).toEqual([]);
  });

  test.each([
    ['the test', { 'sync.test': () => ({ problem: 'refused', holds: null }) } as const],
    [
      'the set-up',
      {
        'sync.test': () => ({ problem: null, holds: 'notebook' }),
        'sync.setUp': () => ({ problem: 'refused' }),
      } as const,
    ],
  ])('what %s finds is said beside the button, and all that was typed stays', async (_what, answers) => {
    Object.assign(fake.answers, answers);
    await type('Passphrase', 'four or five words');
    await click('Start syncing');
    expect(field('Passphrase').form?.textContent).toContain('does not accept this user name and password');
    expect(field('Passphrase').value).toBe('four or five words');
    expect(field('Password').value).toBe('a password');
  });

  test('what the background itself fails with is said', async () => {
    delete fake.answers['sync.setUp'];
    fake.answers['sync.test'] = () => ({ problem: null, holds: 'notebook' });
    await type('Passphrase', 'four or five words');
    await click('Start syncing');
    expect(document.querySelector('[role="alert"]')?.textContent).not.toBe('');
  });
});

describe('a setup code', () => {
  beforeEach(() => click('I have a setup code'));

  test('fills the form, which goes on as usual', async () => {
    fake.answers['sync.readCode'] = () => ({ problem: null, access });
    await type('Setup code', ' onrecord1.a.b ');
    await type('Passphrase of the notebook', 'four or five words');
    await click('Open the code');
    expect(fake.inputs.at(-1)).toEqual({ code: 'onrecord1.a.b', passphrase: 'four or five words' });
    expect(fake.asked()).toEqual(['sync.readCode']);
    expect(field('Server address').value).toBe('https://couch.example.org');
    expect(field('Database').value).toBe('notes');
    expect(field('User name').value).toBe('ana');
    expect(field('Password').value).toBe('a password');
    expect(field('Passphrase').value).toBe('four or five words');
    expect(words()).toContain('The code is open.');
  });

  test.each([
    ['bad-code', 'Setup code', 'This is not a setup code'],
    ['wrong-passphrase', 'Passphrase of the notebook', 'not the right passphrase'],
  ] as const)('%s is said at its field', async (problem, label, said) => {
    fake.answers['sync.readCode'] = () => ({ problem, access: null });
    await type('Setup code', 'onrecord1.a.b');
    await type('Passphrase of the notebook', 'four or five words');
    await click('Open the code');
    expect(saidOf(label)).toContain(said);
    expect(document.activeElement).toBe(field(label));
  });

  test('what is empty is said, and nobody is asked', async () => {
    await click('Open the code');
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
    expect(fake.asked()).toEqual([]);
  });
});
