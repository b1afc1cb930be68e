import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '#core/anchor/describe.ts';
import { createAnnotation, withNote, withStyle, withTags } from '#core/annotation-edit.ts';
import { parseAnnotation } from '#core/annotation-guard.ts';
import { markStyles } from '#core/mark-styles/registry.ts';
import { articleAddress } from '#core/url.ts';
import { PAGE } from './anchor/page-text.ts';

/** What is really stored of a passage, against the W3C's model as a schema. */

const read = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);
ajv.addSchema({ ...read('web-annotation'), $id: 'https://on-record.invalid/web-annotation.schema.json' });
const validate = ajv.compile(read('stored-annotation'));

const id = 'urn:uuid:00000000-0000-4000-8000-000000000001';
const now = '2026-01-05T10:20:30.456Z';
const source = 'https://www.example-news.com/2026/01/05/harbour-bridge-to-close';

/** A passage of a text as it comes to lie in the store: made, guarded and written as JSON. */
function stored(
  text: string,
  start: number,
  end: number,
  change: Partial<Parameters<typeof createAnnotation>[0]> = {},
) {
  const selector = describe(text, { start, end });
  const made = createAnnotation({ id, now, source, selector, quotation: null, ...change });
  return JSON.parse(JSON.stringify(parseAnnotation(made))) as Record<string, unknown> & {
    target: Record<string, unknown> & { selector: Record<string, unknown>[] };
  };
}

suite('a stored annotation is valid W3C Web Annotation', () => {
  const text = fc.oneof(
    fc.constant(PAGE),
    fc
      .array(fc.constantFrom('a', 'ferry ', '𝒳', '“', '\n\n', '今日', ' ', '.', '\u0000', '\u202e'), {
        maxLength: 60,
      })
      .map((parts) => `the ${parts.join('')}`),
  );

  it('wherever the passage stands, and whatever is written to it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        fc.nat(900),
        fc.integer({ min: 3, max: 400 }),
        words,
        fc.array(words, { maxLength: 3 }),
        (text, from, length, note, tags) => {
          const start = from % Math.max(1, text.length - 3);
          const record = stored(text, start, start + length, { note, tags });
          expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['plain', source],
    ['of an odd host', articleAddress('http://localhost:8080/a b/ü?x=[1]#!/s', null)],
    ['with letters beyond ASCII', articleAddress('https://www.exämple.de/straße/brücke-wird-gesperrt', null)],
  ])('an address %s', (_what, address) => {
    expect(validate(stored(PAGE, 40, 90, { source: address })), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(markStyles.map(({ id }) => id))(
    'with the mark style %s, a note and a tag, changed later',
    (style) => {
      const made = createAnnotation({
        id,
        now,
        source,
        selector: describe(PAGE, { start: 40, end: 90 }),
        quotation: null,
      });
      const later = '2026-01-06T00:00:00.000Z';
      const changed = withStyle(
        withTags(withNote(made, '**Ask** her', later), ['bridge'], later),
        style,
        later,
      );
      const record: unknown = JSON.parse(JSON.stringify(parseAnnotation(changed)));
      expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  const good = (): ReturnType<typeof stored> => stored(PAGE, 40, 90);
  const withSelectors = (change: (one: Record<string, unknown>) => object | null) => {
    const { target, ...rest } = good();
    const selector = target.selector.map(change).filter((one) => one !== null);
    return { ...rest, target: { ...target, selector } };
  };
  it.each([
    ['no quote', withSelectors((one) => (one['type'] === 'TextQuoteSelector' ? null : one))],
    ['no position', withSelectors((one) => (one['type'] === 'TextPositionSelector' ? null : one))],
    [
      'a quote without words',
      withSelectors((one) => ({ ...one, exact: one['type'] === 'TextQuoteSelector' ? '' : undefined })),
    ],
    [
      'half an offset',
      withSelectors((one) => (one['type'] === 'TextPositionSelector' ? { ...one, start: 0.5 } : one)),
    ],
    [
      'words of our own in the model’s selectors',
      withSelectors((one) => (one['type'] === 'TextQuoteSelector' ? { ...one, near: 'x' } : one)),
    ],
    [
      'a selector of ours under a name of the model',
      withSelectors((one) => (one['type'] === 'ContextSelector' ? { ...one, type: 'RangeSelector' } : one)),
    ],
    ['a motivation of our own', { ...good(), motivation: 'keeping' }],
    ['a time without its zone', { ...good(), created: '2026-01-05T10:20:30' }],
    ['a source that is no IRI', { ...good(), target: { ...good().target, source: 'harbour bridge' } }],
    ['a body of no class', { ...good(), body: [{ value: 'x' }] }],
    ['a name of our own beside the one block', { ...good(), colour: 'green' }],
  ])('the schema refuses %s', (_what, record) => {
    expect(validate(JSON.parse(JSON.stringify(record)))).toBe(false);
  });
});
