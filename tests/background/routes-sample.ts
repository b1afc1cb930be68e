import type { Sender } from '#messaging/server.ts';

/** An article that is read, what was found in it, and a note on it. */

export const text =
  '“We will not wait,” said Ana Ortiz, the mayor of Lund. “The river is low.”\n\nShe left at noon.';
const facts = {
  title: 'Low water',
  byline: null,
  outlet: 'The Lantern',
  language: 'en',
  section: null,
  published: null,
  modified: null,
  origins: {},
};
export const about = { ...facts, address: 'https://lantern.example/low?utm_source=x', canonical: null };
export const page = {
  kind: 'content' as const,
  tabId: 7,
  url: 'https://lantern.example/low?utm_source=x#top',
};
export const popover: Sender = { kind: 'ui', tabId: 7 };
export const library: Sender = { kind: 'ui', tabId: null };
export const source = 'https://lantern.example/low';
const selector = [
  { type: 'TextQuoteSelector' as const, exact: '“We will not wait,”', prefix: '', suffix: ' said' },
];
export const found = {
  kind: 'direct' as const,
  mention: 'Ana Ortiz',
  speaker: 'Ana Ortiz',
  detectedSpeaker: 'Ana Ortiz',
  cue: 'said',
  evidence: [{ code: 'cue-after', words: ['said', 'Ana Ortiz'] }],
  confidence: 0.9,
  status: 'detected' as const,
};
export const subject = {
  type: 'quotation' as const,
  intent: 'show' as const,
  annotation: null,
  outcome: 'exact' as const,
  passage: { exact: '“We will not wait,”', selector, start: 0, before: '', after: '' },
  found,
  people: ['Ana Ortiz'],
  roles: [[]],
  others: 0,
  rank: { number: 2, count: 7 },
};

export const now = '2026-01-02T03:04:05.000Z';
export const article = { ...facts, source, firstSeen: now, lastSeen: now };
export const annotation = {
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  type: 'Annotation' as const,
  motivation: 'commenting' as const,
  created: now,
  modified: now,
  body: [
    {
      type: 'TextualBody' as const,
      purpose: 'commenting' as const,
      value: 'Ask her again.',
      format: 'text/markdown' as const,
    },
  ],
  target: { type: 'SpecificResource' as const, source, selector },
  quotation: found,
};

/** What a page's process is told of it. */
export const passage = { id: annotation.id, source, selector, styleClass: null, isKept: true };
