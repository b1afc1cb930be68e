import { buildIndex } from '#core/anchor/text-index.ts';
import { describe } from '#core/anchor/describe.ts';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';
import { nameKey } from '#core/search/search-document.ts';
import { randomOf } from './random-numbers.ts';

/** What a reader has kept: as many bytes a record as real use makes, and the same notebook for everybody who asks for the same numbers. */
export interface NotebookSize {
  readonly articles: number;
  readonly passages: number;
  readonly people: number;
}

export interface NotebookRecords {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
  readonly people: readonly PersonRecord[];
  readonly appearances: readonly AppearanceRecord[];
}

/** Of an article whose quotations were detected. */
const SENTENCES = 40;
const SENTENCE = 18;
/** So many of a hundred passages have a note, a tag. */
const [NOTED, TAGGED] = [0.3, 0.2];

interface Writing {
  readonly random: () => number;
  /** So many words of `words`, the first far more often than the last, as in any language. */
  readonly text: (count: number) => string;
}

/**
 * @param words of a real text in the language that is read, without repetitions: what lengths and compression come to depends on them
 * @param seed other seeds make other notebooks
 */
export function notebookRecords(size: NotebookSize, words: readonly string[], seed = 1): NotebookRecords {
  const random = randomOf(seed);
  const text = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(words.length ** random()) - 1] ?? '').join(' ');
  const writing: Writing = { random, text };
  const people = Array.from({ length: size.people }, (_, number) => personAt(seed, number, writing));
  const articles: ArticleRecord[] = [];
  const annotations: Annotation[] = [];
  const appearances = new Map<string, AppearanceRecord>();
  for (let at = 0; at < size.articles; at++) {
    const article = articleAt(seed, at, writing);
    articles.push(article);
    const share = Math.round(((at + 1) * size.passages) / size.articles) - annotations.length;
    // An article quotes few people, one of them often.
    const quoted = Array.from({ length: 4 }, () => people[Math.floor(random() * people.length)]);
    const page = Array.from({ length: SENTENCES }, () => `${text(SENTENCE)}.`);
    const index = buildIndex(page.join(' '));
    for (let turn = 0; turn < share; turn++) {
      const person = quoted[Math.floor(quoted.length ** random()) - 1];
      const sentence = Math.floor(random() * SENTENCES);
      const start = page.slice(0, sentence).reduce((sum, one) => sum + one.length + 1, 0);
      const span = { start, end: start + (page[sentence]?.length ?? 0) };
      const place = { id: idOf('passage', seed, annotations.length), article, span };
      annotations.push(passageAt(place, { page: page.join(' '), index }, person?.name ?? '', writing));
      if (person === undefined) continue;
      const key = nameKey(person.name);
      appearances.set(`${article.source} ${key}`, {
        source: article.source,
        key,
        name: person.name,
        person: person.id,
      });
    }
  }
  return { articles, annotations, people, appearances: [...appearances.values()] };
}

/** What a passage, or somebody, is called; of one seed all are different. */
function idOf(what: 'passage' | 'person', seed: number, number: number): string {
  const draw = randomOf(seed * 1_000_003 + number * 2 + (what === 'person' ? 1 : 0));
  const hex = Array.from({ length: 20 }, () => Math.floor(draw() * 16).toString(16)).join('');
  const tail = number.toString(16).padStart(12, '0');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${tail}`;
}

function personAt(seed: number, number: number, { random, text }: Writing): PersonRecord {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const created = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 200) * 86_400_000).toISOString();
  return {
    id: idOf('person', seed, number),
    name: `${capital(text(1))} ${capital(text(1))}${number}`,
    note: random() < 0.1 ? text(15) : '',
    follows: [],
    apart: [],
    created,
    modified: created,
  };
}

function articleAt(seed: number, at: number, { random, text }: Writing): ArticleRecord {
  const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 200) * 86_400_000).toISOString();
  return {
    source: `https://www.paper-${at % 50}.example/2026/${text(6).replaceAll(' ', '-')}-${seed}${at}`,
    title: text(9),
    byline: `${text(1)} ${text(1)}`,
    outlet: `The Daily ${at % 50}`,
    language: 'en',
    section: 'politics',
    published: day.slice(0, 10),
    modified: day,
    origins: { title: 'json-ld', byline: 'json-ld', published: 'json-ld' },
    firstSeen: day,
    lastSeen: day,
  };
}

function passageAt(
  { id, article, span }: { id: string; article: ArticleRecord; span: { start: number; end: number } },
  { page, index }: { page: string; index: ReturnType<typeof buildIndex> },
  speaker: string,
  { random, text }: Writing,
): Annotation {
  return createAnnotation({
    id,
    now: new Date(Date.parse(article.firstSeen) + Math.floor(random() * 86_400_000)).toISOString(),
    source: article.source,
    selector: describe(page, span, index),
    quotation: {
      kind: 'direct',
      mention: speaker,
      speaker,
      detectedSpeaker: speaker,
      cue: 'said',
      evidence: [{ code: 'cue-after', words: ['said', speaker] }],
      confidence: 0.9,
      status: 'detected',
    },
    note: random() < NOTED ? text(25) : '',
    tags: random() < TAGGED ? [text(1), text(2)] : [],
  });
}
