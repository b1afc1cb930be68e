import { article } from './sample.ts';
import { failing, pending, type Scene, type Step } from './scene.ts';

const head = 'Highlight,Title,Author,URL,Note,Location,Date\n';
const rows = [
  'The pump was never checked,The pump,,https://www.example-courier.com/pump,Ring him again,12,2026-02-03\n',
  'A line without a place,The bill,,,,,2026-02-05\n',
  'What they paid,The bill,,https://www.example-courier.com/bill,,,5/6/2026\n',
];
const readwise = { name: 'readwise-data.csv', text: head + rows.join('') };
const second = {
  name: 'hypothesis-ارشيف-with-a-name-that-is-much-too-long-for-one-line-of-a-dialogue.csv',
  text: head + rows[0],
};
const torn = {
  name: 'on-record-2026-03-04.json',
  text: '{"format":"on-record","version":1,\n"annotations":[\n{"id":"urn:uu',
};
const none = {
  name: 'empty.json',
  text: '{"format":"on-record","version":1,"exported":"","annotations":[]}',
};

const preview = {
  annotations: { added: 1_240, changed: 12, known: 310 },
  articles: { added: 218, changed: 0, known: 71 },
  people: { added: 96, changed: 3, known: 40 },
  others: 4,
};

const open: Step = { click: '.import-open-place button' };
const choose = (...files: readonly { readonly name: string; readonly text: string }[]): Step => ({
  files,
  into: '.import-file',
});
const bring: Step = { click: '.dialog .button-primary' };

/** What is seen while files are brought in. */
export function importScenes(library: Scene): Readonly<Record<string, Scene>> {
  const scene = (steps: readonly Step[], more: Scene['answers'] = {}): Scene => ({
    ...library,
    steps: [open, ...steps],
    answers: {
      ...library.answers,
      'import.begin': () => null,
      'import.stage': () => null,
      'import.preview': () => preview,
      'import.commit': () => ({ change: 7, counted: preview }),
      'import.outcome': () => 'waiting',
      'import.drop': () => null,
      'history.undo': () => null,
      ...more,
    },
  });
  const left = [{ import: 'left', files: ['readwise-data.csv', 'diigo.csv'], done: null }] as const;
  return {
    'import-choose': scene([]),
    'import-reading': scene([choose(readwise)], { 'import.stage': () => pending() }),
    'import-comparing': scene([choose(readwise)], {
      'import.preview': () => pending(),
      'jobs.state': () => ({ done: 42_000, total: 130_000 }),
    }),
    'import-preview': scene([choose(readwise)]),
    'import-preview-several': scene([choose(readwise, second), { click: '.import-problems summary' }]),
    'import-refused': scene([choose(torn)]),
    'import-empty': scene([choose(none)]),
    'import-bringing': scene([choose(readwise), bring], {
      'import.commit': () => pending(),
      'jobs.state': () => ({ done: 81_000, total: 130_000 }),
    }),
    'import-broken-off': scene([choose(readwise), bring], { 'import.commit': failing('disconnected') }),
    'import-failed': scene([choose(readwise), bring], { 'import.commit': failing('disk-full') }),
    'import-done': scene([choose(readwise), bring]),
    'import-undone': scene([choose(readwise), bring, { click: '.dialog-actions button:nth-child(2)' }]),
    'import-left': { ...library, answers: { ...library.answers, 'import.left': () => left } },
    'import-left-done': {
      ...library,
      answers: {
        ...library.answers,
        'import.left': () => [
          { import: 'left', files: [`${article.title}.json`], done: { change: 7, counted: preview } },
        ],
      },
    },
  };
}
