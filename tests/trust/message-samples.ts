import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import type { ArticleAbout, Requests, Subject } from '#messaging/protocol.ts';
import { found as detected } from '#tests/background/routes-sample.ts';

/** One right message of each name, as a page of ours or a content script sends it. A name that is missing here does not compile. */
export type Samples = { readonly [Name in keyof Requests]: Parameters<Requests[Name]>[0] };

/** Where the page stands that the forged messages come from, and what the reader has kept elsewhere. */
export const here = 'https://lantern.example/low';
export const elsewhere = 'https://bank.example/account';
/** Stands in every word of the reader's, and in everything that is kept of another site. */
export const canary = 'CANARY';
export const secret = 'a-long-secret-of-this-page';

const at = '2026-01-02T03:04:05.000Z';
const idOf = (number: number): string =>
  `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Of what is kept here, there, and of what lies in the trash. */
export const ids = { here: idOf(1), elsewhere: idOf(2), trash: idOf(3), other: idOf(4) };

const text =
  '“We will not wait,” said Ana Ortiz, the mayor of Lund. “The river is low.”\n\nShe left at noon with Bo Lind.';

const found: QuotationRecord = { ...detected, status: 'confirmed' };

/** An article as it is kept. */
export function articleAt(source: string): ArticleRecord {
  const mark = source === here ? '' : ` ${canary}`;
  const facts = {
    byline: null,
    outlet: `The Lantern${mark}`,
    language: 'en',
    section: null,
    published: null,
  };
  return {
    source,
    title: `Low water${mark}`,
    ...facts,
    modified: null,
    origins: {},
    firstSeen: at,
    lastSeen: at,
  };
}

/** A kept passage with a note and a tag. */
export function annotationAt(source: string, id: string): Annotation {
  const mark = source === here ? '' : ` ${canary}`;
  const exact = `“We will not wait${mark},”`;
  return {
    id,
    type: 'Annotation',
    motivation: 'commenting',
    created: at,
    modified: at,
    body: [
      { type: 'TextualBody', purpose: 'commenting', value: `${canary} note`, format: 'text/markdown' },
      { type: 'TextualBody', purpose: 'tagging', value: `${canary} tag`, format: 'text/plain' },
    ],
    target: {
      type: 'SpecificResource',
      source,
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: ' said' }],
    },
    quotation: found,
  };
}

const decision: Decision = { source: here, kind: 'speaker', about: 'Ana Ortiz', value: 'Bo Lind', at };

const about: ArticleAbout = {
  address: `${here}?utm_source=x`,
  title: 'Low water',
  byline: 'By Cy Dahl',
  outlet: 'The Lantern',
  language: 'en',
  section: null,
  published: '2026-01-02',
  modified: null,
  origins: { title: 'meta' },
  canonical: here,
};

const selector = annotationAt(here, ids.here).target.selector;
const subject: Subject = {
  type: 'quotation',
  intent: 'show',
  annotation: ids.here,
  outcome: 'exact',
  passage: { exact: '“We will not wait,”', selector, start: 0, before: '', after: ' said' },
  found: { ...found, status: 'detected' },
  people: ['Ana Ortiz'],
  roles: [['mayor']],
  others: 1,
  rank: { number: 1, count: 2 },
};

const whereabouts = { address: about.address, canonical: here };
const page = { offset: 0, limit: 10 };
const filter = {
  outlet: 'The Lantern',
  tags: ['river'],
  hasNote: true,
  from: '2020-01-01',
  until: '2030-01-01',
};
const selection = { search: { query: 'wait', filter }, except: [ids.other] };
const noRecords = { people: [], appearances: [], decisions: [], versions: [] };
const staged = { articles: [articleAt(here)], annotations: [annotationAt(here, ids.other)], ...noRecords };
const person = 'person-1';

/** What is said of the page and of its popover. @param popover the one-time id of what the popover of the tab is to show */
const aboutPage = (popover: string) =>
  ({
    'article.open': { about, text, blocks: [{ start: 0, end: 40, role: 'body' }] },
    'article.saved': whereabouts,
    'article.decided': whereabouts,
    'article.outcomes': {
      ...whereabouts,
      outcomes: [{ id: ids.here, outcome: 'changed', exact: 'We wait' }],
    },
    'page.started': { secret },
    'popover.prepare': { about, subject },
    'popover.forget': null,
    'popover.unshown': null,
    'popover.hello': { secret },
    'popover.subject': { id: popover },
    'popover.resize': { id: popover, height: 300 },
    'popover.reveal': { id: popover, place: { type: 'quotation', start: 0 } },
    'popover.setEnds': { id: popover, start: 0, end: 18 },
    'popover.dragged': { start: 0, end: 18 },
    'popover.unshownOf': { tabId: 7 },
    'popover.left': { id: popover },
    'popover.close': { id: popover },
  }) as const;

const aboutRecords = {
  'annotations.put': { annotation: annotationAt(here, ids.here), article: articleAt(here), base: at },
  'annotations.delete': { id: ids.here },
  'annotations.restore': { id: ids.trash },
  'annotations.get': { id: ids.elsewhere },
  'annotations.ofArticle': { source: elsewhere, also: [ids.here] },
  'annotations.search': { query: 'wait', limit: 10 },
  'articles.get': { source: here },
  'detection.of': { text, language: 'en' },
  'detection.languages': null,
  'export.plan': { selection, plan: 'plan-1', after: { part: 'annotations', source: here, id: ids.here } },
  'export.records': { ids: [ids.here, ids.elsewhere], sources: [here, elsewhere] },
  'library.search': { query: 'wait', filter, order: 'rank', ...page },
  'library.articles': page,
  'library.article': { source: elsewhere },
  'library.tags': { limit: 10 },
  'tags.suggest': { typed: 'ca', has: ['river'] },
  'export.ledgerPlan': { after: null },
  'export.ledger': { ids: ['["https://a.example/","words"]'] },
  'library.outlets': { limit: 10 },
  'library.backlog': null,
  'library.trash': page,
  'library.tag': { selection: { ids: [ids.here] }, job: 'job-1', add: ['river'], remove: ['sea'] },
  'library.delete': { selection, job: 'job-1' },
  'library.restore': { ids: [ids.trash] },
  'library.purge': { ids: [ids.other], job: 'job-1' },
  'jobs.state': { job: 'job-1' },
  'jobs.cancel': { job: 'job-1' },
} as const;

const aboutPeople = {
  'people.list': { query: 'ana', order: 'name', ...page },
  'people.get': { id: person, ...page },
  'people.namesakes': { id: person },
  'people.find': { source: here, name: 'Ana Ortiz' },
  'people.meet': { article: articleAt(here), name: 'Cy Dahl' },
  'people.quotations': { id: person, filter, order: 'latest', ...page },
  'people.figures': { id: person },
  'people.merge': { into: person, from: ['person-2'], follow: true },
  'people.split': { id: person, sources: [here], name: 'Ana O.' },
  'people.apart': { id: person, other: 'person-2' },
  'people.rename': { id: person, name: 'Ana M. Ortiz' },
  'people.note': { id: person, note: 'Ask her.', base: at },
} as const;

const aboutStorage = {
  'decisions.ofArticle': { source: elsewhere },
  'decisions.put': { decision, takeBack: false },
  'history.state': null,
  'history.undo': { expected: 1 },
  'history.redo': { expected: null },
  'storage.state': null,
  'storage.kept': null,
  'storage.aside': page,
  'storage.wipe': { backups: false },
  'backups.make': null,
  'backups.preview': { id: 1 },
  'backups.restore': { id: 1, mode: 'add' },
  'backups.part': { id: 1, part: 0 },
  'backups.saved': null,
  'import.begin': { import: 'import-2', files: ['notes.json'] },
  'import.stage': { import: 'import-1', part: 0, records: staged },
  'import.preview': { import: 'import-1', job: 'job-1' },
  'import.commit': { import: 'import-1', job: 'job-1' },
  'import.outcome': { import: 'import-1' },
  'import.left': null,
  'import.drop': { import: 'import-1' },
  'settings.all': null,
  'settings.put': { key: 'library.searches', value: [{ name: 'a', query: 'b' }] },
  'ledger.list': page,
  'ledger.wipe': null,
} as const;

const access = { database: 'https://couch.example/notes', name: 'reader', password: 'secret' };

/** No access to such a server is held: it is refused before anybody is asked. */
const aboutSync = {
  'sync.state': null,
  'sync.test': access,
  'sync.make': access,
  'sync.setUp': { access, passphrase: 'correct horse', device: 'Desk' },
  'sync.run': null,
  'sync.takeMuch': null,
  'sync.stop': null,
  'sync.wipe': null,
  'sync.code': null,
  'sync.readCode': { code: 'onrecord1.none', passphrase: 'correct horse' },
} as const;

/** @param popover the one-time id of what the popover of the tab is to show */
export function messageSamples(popover: string): Samples {
  return { ...aboutPage(popover), ...aboutRecords, ...aboutPeople, ...aboutStorage, ...aboutSync };
}
