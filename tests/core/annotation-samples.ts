import * as fc from 'fast-check';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord, TextualBody } from '#core/annotation.ts';
import { parseSelector, type Selector } from '#core/anchor/selector.ts';
import type { ExportRecords } from '#core/export/by-article.ts';

type Beside = Required<Omit<ExportRecords, 'annotations' | 'articles'>>;

/** Text with everything in it that breaks formats, halves of characters included. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\`*_[]<>&|~$^#={}%@()!"\'-+:.,;/ \t\n\r\u2028\u0085\u0000\u202e\ud83d\udc00é漢'.split(''),
      ),
      fc.constantFrom(
        '\n\n',
        '\r\n',
        '```',
        '~~~',
        '---',
        '===',
        '<!--',
        '-->',
        '<script>',
        '</div>',
        '](',
        '[x]: y',
        '# ',
        '> ',
        '- ',
        '1. ',
        '\u{1f600}',
        '$$',
        '%%',
        'https://evil.example',
        '    ',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const instant = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const offsets = fc.tuple(fc.nat(), fc.nat()).map(([start, length]) => ({ start, end: start + length }));

const selectors: fc.Arbitrary<readonly Selector[]> = fc
  .tuple(hostileText, hostileText, hostileText, offsets, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([words, prefix, suffix, { start, end }, position]) => {
    // Through its own reader, which fills in what it has learnt to keep since.
    const around = {
      before: prefix,
      after: suffix,
      near: words,
      rivals: [{ before: suffix, after: prefix }],
    };
    const context = parseSelector({ type: 'ContextSelector', version: 1, ...around, position: position + 0 });
    const quote = { type: 'TextQuoteSelector', exact: `${words}.`, prefix, suffix } as const;
    const place = { type: 'TextPositionSelector', start, end } as const;
    return [quote, place, context].filter((selector) => selector !== null);
  });

const quotationFields = {
  kind: fc.constantFrom('direct', 'mixed', 'indirect'),
  mention: fc.option(hostileText),
  speaker: fc.option(hostileText),
  detectedSpeaker: fc.option(hostileText),
  cue: fc.option(hostileText),
  evidence: fc.array(
    fc.record({ code: fc.string({ maxLength: 20 }), words: fc.array(hostileText, { maxLength: 2 }) }),
    { maxLength: 2 },
  ),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
  status: fc.constantFrom('detected', 'confirmed', 'corrected', 'rejected'),
};

const quotation: fc.Arbitrary<QuotationRecord> = fc.record(
  { ...quotationFields, detectedKind: quotationFields.kind, detectedExact: hostileText },
  {
    requiredKeys: [
      'kind',
      'mention',
      'speaker',
      'detectedSpeaker',
      'cue',
      'evidence',
      'confidence',
      'status',
    ],
  },
);

const body: fc.Arbitrary<TextualBody> = fc.oneof(
  hostileText.map(
    (value) => ({ type: 'TextualBody', purpose: 'commenting', value, format: 'text/markdown' }) as const,
  ),
  hostileText.map(
    (value) => ({ type: 'TextualBody', purpose: 'tagging', value, format: 'text/plain' }) as const,
  ),
);

const source = fc.constantFrom(
  'https://a.example/one',
  'https://b.example/two?x=(y)',
  'http://localhost:80/_a_',
);

/** Any annotation that the guard accepts. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  type: fc.constant('Annotation' as const),
  motivation: fc.constantFrom('highlighting', 'commenting', 'assessing'),
  created: instant,
  modified: instant,
  body: fc.array(body, { maxLength: 4 }),
  target: fc.record(
    { type: fc.constant('SpecificResource' as const), source, selector: selectors, styleClass: hostileText },
    { requiredKeys: ['type', 'source', 'selector'] },
  ),
  quotation: fc.option(quotation),
});

const pageTime = fc.option(
  fc.oneof(
    instant,
    instant.map((time) => time.slice(0, 10)),
  ),
);

const articleFields = {
  source,
  title: hostileText,
  byline: fc.option(hostileText),
  outlet: fc.option(hostileText),
  language: fc.option(fc.string({ maxLength: 10 })),
  section: fc.option(hostileText),
  published: pageTime,
  modified: pageTime,
  origins: fc.record(
    {
      title: fc.constantFrom('json-ld', 'open-graph', 'meta', 'page'),
      modified: fc.constantFrom('json-ld', 'page'),
    },
    { requiredKeys: [] },
  ),
  firstSeen: instant,
  lastSeen: instant,
};

/** Any article that the guard accepts. */
export const anyArticle: fc.Arbitrary<ArticleRecord> = fc.oneof(
  fc.record(articleFields),
  fc.record({ ...articleFields, saved: instant }),
);

/** One plain annotation. */
export function plainAnnotation(
  note = '',
  tags: readonly string[] = [],
  quotation: QuotationRecord | null = null,
): Annotation {
  return createAnnotation({
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    now: '2026-01-05T08:00:00.000Z',
    source: 'https://a.example/one',
    selector: [
      { type: 'TextPositionSelector', start: 5, end: 12 },
      { type: 'TextQuoteSelector', exact: '“Wait,”', prefix: 'x ', suffix: ' y' },
    ],
    quotation,
    note,
    tags,
  });
}

export const detected: QuotationRecord = {
  kind: 'direct',
  mention: 'he',
  speaker: 'Tomas Reed',
  detectedSpeaker: 'Tomas Reed',
  cue: 'said',
  evidence: [{ code: 'pronoun', words: ['he'] }],
  confidence: 0.7,
  status: 'detected',
};

const person = fc.uuid();

/** What is kept beside annotations and articles, of the articles and the annotations that are given. */
export function anyBeside(annotations: readonly Annotation[]): fc.Arbitrary<Beside> {
  const about = fc.constantFrom(...annotations.map(({ id }) => id));
  const kinds = fc.constantFrom('not-a-person', 'same-person', 'not-a-quotation', 'speaker');
  const names = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });
  const version = { annotation: about, seen: instant, exact: fc.option(hostileText) };
  return names.chain((ids) =>
    fc.record({
      decisions: fc.array(fc.record({ source, kind: kinds, about: hostileText, value: fc.option(hostileText), at: instant }), { maxLength: 3 }),
      versions: fc.array(fc.record({ ...version, outcome: fc.constantFrom('exact', 'changed', 'not-found') }), { maxLength: 3 }),
      appearances: fc.tuple(...ids.map((id) => fc.record({ source, key: hostileText, name: hostileText, person: fc.constant(id) }))),
      people: fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), name: hostileText, note: hostileText, follows: fc.array(hostileText), apart: fc.array(person), created: instant, modified: instant }))),
    }),
  ); // prettier-ignore
}
