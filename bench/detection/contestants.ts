import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import { detect } from '#core/detect/detect.ts';
import type { DetectOptions, Detection, Person, Quotation } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';

/** Something that reads an article. */
export interface Reader {
  /** Its package; null for ours. */
  readonly peer: string | null;
  readonly name: string;
  /** What of it is scored. */
  readonly found: string;
  /** Everything that it finds, in the form in which it gives it. */
  readonly read: (text: string, options: DetectOptions) => unknown;
  /** The same as our scorer takes it; it says nothing of who speaks where it cannot tell. */
  readonly find: (text: string, options: DetectOptions) => Detection;
}

/** A name's own words, without what follows them: "Ortiz’s," is "Ortiz". */
const NAME_END = /(?:['’]s?)?[\s,.;:!?'"’”)\]]*$/u;

function nameSpan(text: string, { start, end }: Span): Span {
  const found = text.slice(start, end);
  const name = found.replace(NAME_END, '');
  return { start, end: start + (name === '' ? found.length : name.length) };
}

const quotationAt = (span: Span): Quotation => ({
  ...span,
  kind: 'direct',
  speaker: null,
  cue: null,
  evidence: [],
  confidence: 0,
});

const personAt = (text: string, span: Span): Person => ({
  name: text.slice(span.start, span.end),
  aliases: [],
  roles: [],
  gender: null,
  mentions: [{ ...span, text: text.slice(span.start, span.end), role: 'story' }],
  evidence: [],
  confidence: 0,
});

interface Found {
  readonly offset?: { readonly start: number; readonly length: number };
}

interface FoundName extends Found {
  /** Its words, each with what the library says of it. */
  readonly terms?: readonly (Found & { readonly tags?: readonly string[] })[];
}

const spansOf = (found: readonly Found[]): Span[] =>
  found.flatMap(({ offset }) =>
    offset === undefined ? [] : [{ start: offset.start, end: offset.start + offset.length }],
  );

/** Without the titles before a name, which are no part of it for anyone whose spans are scored: "Mr Kato" is "Kato". */
function untitled({ terms = [], offset }: FoundName): Span[] {
  const first = terms.find(({ tags }) => tags?.includes('Honorific') !== true);
  // Nothing but a title.
  if (offset === undefined || first?.offset === undefined) return [];
  return [{ start: first.offset.start, end: offset.start + offset.length }];
}

const compromise: Reader = {
  peer: 'compromise',
  name: 'compromise: quotations, people',
  found: 'compromise',
  read(text) {
    const doc = nlp(text);
    return [doc.people().json(), doc.quotations().json()];
  },
  find(text) {
    const doc = nlp(text);
    const people = (doc.people().json({ offset: true }) as FoundName[]).flatMap(untitled);
    const quotations = spansOf(doc.quotations().json({ offset: true }) as Found[]);
    return {
      quotations: quotations.map(quotationAt),
      people: people.map((span) => personAt(text, nameSpan(text, span))),
    };
  },
};

const wink = winkNlp(winkModel);

const winkReader: Reader = {
  peer: 'wink-nlp',
  name: 'wink-nlp: sentences, parts of speech, entities; it knows neither people nor quotations',
  found: 'wink-nlp (for people: proper nouns in a row)',
  read(text) {
    const doc = wink.readDoc(text);
    return [doc.sentences().out(), doc.tokens().out(), doc.entities().out()];
  },
  // What comes nearest to people: words in a row that it takes for proper nouns.
  find: (text) => ({ quotations: [], people: properNouns(text).map((span) => personAt(text, span)) }),
};

/** Of each word its part of speech, by the library's own means: it knows what is asked for by this very function. */
const its: { readonly pos: ItsFunction<string> } = wink.its;

function properNouns(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  let isOpen = false;
  const doc = wink.readDoc(text);
  const tags = doc.tokens().out(its.pos) as unknown as readonly string[];
  const words = doc.tokens().out() as unknown as readonly string[];
  for (const [i, word] of words.entries()) {
    const start = text.indexOf(word, at);
    // A word that it has rewritten stands nowhere.
    if (start < 0) continue;
    const end = start + word.length;
    const last = spans.at(-1);
    const goesOn = isOpen && text.slice(at, start).trim() === '';
    at = end;
    isOpen = tags[i] === 'PROPN';
    if (!isOpen) continue;
    if (goesOn && last !== undefined) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

const ours: Reader = {
  peer: null,
  name: 'On Record: quotations, speakers, people',
  found: 'On Record',
  read: (text, options) => detect(text, options),
  find: (text, options) => detect(text, options),
};

/** Ours first. */
export const readers: readonly Reader[] = [ours, compromise, winkReader];
