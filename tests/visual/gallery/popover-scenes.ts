import type { SubjectView } from '#messaging/protocol.ts';
import { article, germanName, germanRole, kept, longWords, people, person, record, words } from './sample.ts';
import { failing, pending, type Scene } from './scene.ts';

const manyNames = Array.from({ length: 20 }, (_, index) => `Élodie Person ${index + 1}`);

type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

const around = { start: 400, before: 'The mayor said: “', after: '” The bridge will close.' };

const plain: QuotationView = {
  type: 'quotation',
  intent: 'show',
  article,
  annotation: null,
  outcome: 'exact',
  passage: {
    exact: words,
    selector: [{ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' }],
    ...around,
  },
  found: record,
  people: people.map(({ name }) => name),
  roles: people.map(({ roles }) => roles),
  others: 0,
  rank: { number: 3, count: 20 },
  decisions: [],
};

const note = 'Compare with what she said in November: then it was “not a question of safety”.';
const saved = kept({ exact: words, start: 400, quotation: record, note, tags: ['bridge', 'promises'] });

function quotation(view: Partial<QuotationView>, more: Partial<Scene> = {}): Scene {
  return {
    surface: 'popover',
    ...more,
    answers: { 'popover.subject': () => ({ ...plain, ...view }), ...more.answers },
  };
}

/** The corrections are behind one line. */
const open = { click: '.corrections-open button' };

/** Of each thing that a note may hold one. */
const richNote = [
  '# Who paid for the survey?',
  'She said *once, properly*; in November it was **“not a question of safety”**.\nSee https://www.example-news.com/2025/bridge-survey.',
  '- ask `Achterberg` for [the report](https://www.example.org/report.pdf)\n- compare\n  1. the sum\n  2. the year',
  '> The bearings are tired.',
  '```\n2019: 4.1\n2024: 2.2\n```',
  '<img src=x onerror=alert(1)> ![a picture of the bridge](https://www.example.org/bridge.jpg)',
  '---',
  '[do not](javascript:alert(1))',
].join('\n\n');

const noteBody = (value: string) =>
  [{ type: 'TextualBody', purpose: 'commenting', value, format: 'text/markdown' }] as const;

const german: Partial<QuotationView> = {
  article: { ...article, language: 'de' },
  passage: {
    exact:
      'Die Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebung ist, mit Verlaub, kein Ruhmesblatt dieses Hauses.',
    selector: [],
    ...around,
  },
  found: {
    ...record,
    speaker: germanName,
    detectedSpeaker: germanName,
    mention: `die ${germanRole}`,
    cue: 'entgegnete',
    confidence: 0.55,
  },
};

export const popoverScenes: Readonly<Record<string, Scene>> = {
  'popover-quotation': quotation({}),
  'popover-unnamed': quotation({
    found: {
      ...record,
      mention: null,
      speaker: null,
      detectedSpeaker: null,
      cue: null,
      evidence: [],
      confidence: 0,
    },
  }),
  'popover-long': quotation({ passage: { exact: longWords, selector: [], ...around } }),
  'popover-long-open': quotation(
    { passage: { exact: longWords, selector: [], ...around } },
    { steps: [{ click: '.quoted .button' }] },
  ),
  'popover-kept': quotation({ annotation: saved }),
  'popover-note': quotation({ annotation: { ...saved, body: noteBody(richNote) } }),
  'popover-note-long': quotation({ annotation: { ...saved, body: noteBody(germanName.repeat(1_500)) } }),
  'popover-tags': quotation(
    { annotation: saved },
    {
      answers: { 'tags.suggest': () => ['harbour', 'Haushaltsbegleitgesetz', germanName] },
      steps: [{ type: 'ha', into: '.tag-text' }],
    },
  ),
  'popover-styled': quotation({
    annotation: { ...saved, target: { ...saved.target, styleClass: 'rose' } },
  }),
  'popover-typing': quotation(
    {},
    {
      answers: { 'annotations.put': () => pending() },
      steps: [{ type: 'I was there that night', into: 'textarea' }],
    },
  ),
  'popover-saved': quotation({}, { steps: [{ type: 'I was there that night', into: 'textarea' }] }),
  'popover-save-failed': quotation(
    {},
    {
      answers: { 'annotations.put': failing('disk-full') },
      steps: [{ type: 'I was there that night', into: 'textarea' }],
    },
  ),
  'popover-corrections': quotation({}, { steps: [open] }),
  'popover-correcting': quotation({}, { steps: [open, { click: '.corrections button:nth-child(1)' }] }),
  'popover-corrected': quotation({
    annotation: { ...saved, quotation: { ...record, speaker: 'Ada Okonkwo', status: 'corrected' } },
  }),
  'popover-confirmed': quotation({ annotation: { ...saved, quotation: { ...record, status: 'confirmed' } } }),
  'popover-rejected': quotation({}, { steps: [open, { click: '.corrections button:nth-child(3)' }] }),
  'popover-rejected-kept': quotation({
    annotation: { ...saved, quotation: { ...record, status: 'rejected' } },
  }),
  'popover-group': quotation({
    found: {
      ...record,
      mention: 'the Court of Rivers',
      speaker: null,
      detectedSpeaker: null,
      evidence: [{ code: 'cue-around', words: ['the Court of Rivers', 'held'] }],
      confidence: 0.6,
    },
  }),
  'popover-pronoun': quotation({
    found: { ...record, mention: 'they', speaker: null, detectedSpeaker: null, confidence: 0.3 },
  }),
  'popover-many-people': quotation(
    { people: [...people.map(({ name }) => name), ...manyNames], roles: [] },
    { steps: [open, { click: '.corrections button:nth-child(1)' }] },
  ),
  'popover-deleted': quotation(
    { annotation: saved },
    { steps: [{ click: '.keep-bar .icon-button:last-child' }] },
  ),
  'popover-changed': quotation({
    annotation: saved,
    outcome: 'changed',
    passage: { exact: words.replace('every winter', 'each year'), selector: [], ...around },
  }),
  'popover-selection': quotation({ annotation: { ...saved, quotation: null }, found: null }),
  'popover-german': quotation(german),
  'popover-failed': { surface: 'popover', answers: { 'popover.subject': failing('not-found') } },
  'popover-person': {
    surface: 'popover',
    answers: {
      'popover.subject': () => ({
        type: 'person',
        article,
        person: person('Marta Lindqvist', ['Lindqvist', 'Mayor Lindqvist'], ['Mayor'], 7),
        sayings: [
          { exact: words, start: 400 },
          { exact: longWords, start: 900 },
        ],
        others: ['Ada Okonkwo', 'Ines Falk'],
        known: null,
        decisions: [],
      }),
    },
  },
  'popover-ends': quotation(
    {},
    {
      answers: { 'popover.setEnds': ({ start }) => ({ ...plain.passage, start }) },
      steps: [open, { click: '.corrections button:nth-child(2)' }],
    },
  ),
  'popover-kind-corrected': quotation({
    annotation: {
      ...saved,
      quotation: {
        ...record,
        kind: 'mixed',
        status: 'corrected',
        detectedKind: 'direct',
        detectedExact: longWords,
      },
    },
  }),
  'popover-others': quotation(
    { others: 3 },
    {
      steps: [open, { click: '.corrections button:nth-child(1)' }, { click: '.picker-person:nth-child(2)' }],
    },
  ),
  'popover-person-known': {
    surface: 'popover',
    answers: {
      'popover.subject': () => ({
        type: 'person',
        article,
        person: person('Marta Lindqvist', ['Lindqvist', 'Mayor Lindqvist'], ['Mayor'], 7),
        sayings: [{ exact: words, start: 400 }],
        others: ['Ada Okonkwo'],
        known: {
          person: {
            id: 'urn:uuid:1',
            name: 'Marta Lindqvist',
            note: 'Was an *engineer* before.',
            follows: [],
            apart: [],
            created: article.firstSeen,
            modified: article.lastSeen,
          },
          quotations: 14,
          articles: 6,
          example: null,
        },
        decisions: [
          {
            source: article.source,
            kind: 'same-person',
            about: 'M. Lindkvist',
            value: 'Marta Lindqvist',
            at: article.lastSeen,
          },
        ],
      }),
    },
  },
  'popover-person-silent': {
    surface: 'popover',
    answers: {
      'popover.subject': () => ({
        type: 'person',
        article,
        person: person(germanName, [], [germanRole], 1),
        sayings: [],
        others: [],
        known: null,
        decisions: [],
      }),
    },
  },
};
