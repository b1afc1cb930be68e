import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';

/** The golden files of the JSON formats, read as their own tools read them. */

const folder = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const golden = (format: string): readonly string[] =>
  readdirSync(folder('golden')).filter((name) => name.includes(`.${format}.`));

function validator(schema: URL) {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  return ajv.compile(read(schema) as object);
}

describe('JSON', () => {
  const validate = validator(new URL('../../../docs/on-record-export.schema.json', import.meta.url));

  it.each(golden('json'))('%s is what the schema in docs says', (name) => {
    expect(validate(read(folder(`golden/${name}`))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('the schema refuses what the format is not', () => {
    const file = read(folder('golden/export-sample.json.json')) as { annotations: object[] };
    expect(validate({ ...file, version: 2 })).toBe(false);
    expect(validate({ ...file, annotations: [{ ...file.annotations[0], quotation: 'x' }] })).toBe(false);
  });
});

describe('JSON-LD', () => {
  const validate = validator(folder('fixtures/schemas/web-annotation.schema.json'));
  const context = read(folder('fixtures/schemas/anno.jsonld')) as object;
  const documentLoader = async (url: string) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`no request: ${url}`);
    return { documentUrl: url, document: { ...context } };
  };

  it.each(golden('json-ld'))('%s is an annotation page of the W3C’s model', (name) => {
    expect(validate(read(folder(`golden/${name}`))), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(golden('json-ld'))('%s has no name that its contexts do not know', async (name) => {
    const file = read(folder(`golden/${name}`)) as object;
    await jsonld.expand(file, { documentLoader, safe: true } as jsonld.Options.Expand);
  });

  it('gives the triples of a passage: quotation, speaker, note and tags with their purposes, and its selectors', async () => {
    const file = read(folder('golden/export-sample.json-ld.jsonld')) as object;
    const options = { documentLoader, format: 'application/n-quads' } as const;
    const rdf: unknown = await jsonld.toRDF(file, options);
    const quads = typeof rdf === 'string' ? rdf.split('\n') : [];
    const object = (subject: string, predicate: string): readonly string[] =>
      quads.flatMap((quad) => {
        const [, about, name, value] = /^(\S+) <(\S+)> (.*) \.$/.exec(quad) ?? [];
        return about === subject && name === predicate && value !== undefined ? [value] : [];
      });
    const oa = 'http://www.w3.org/ns/oa#';
    const value = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value';
    const id = '<urn:uuid:00000000-0000-4000-8000-000000000001>';
    const bodies = object(id, `${oa}hasBody`).map((body) => [
      object(body, `${oa}hasPurpose`)[0],
      object(body, value)[0],
    ]);
    // Triples have no order.
    expect(bodies.toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual(
      [
        [`<${oa}describing>`, '"“We will not wait for a second warning,”"'],
        [`<${oa}identifying>`, '"Ida Marlow"'],
        [
          `<${oa}commenting>`,
          String.raw`"Compare with what she said in **March**.\n\n- the rivets\n- the budget"`,
        ],
        [`<${oa}tagging>`, '"bridge"'],
        [`<${oa}tagging>`, '"to check"'],
      ].toSorted((a, b) => (a[1] ?? '').localeCompare(b[1] ?? '')),
    );
    const [target = ''] = object(id, `${oa}hasTarget`);
    expect(object(target, `${oa}hasSource`)).toEqual([
      '<https://www.example-news.com/2026/01/05/harbour-bridge-to-close>',
    ]);
    const kinds = object(target, `${oa}hasSelector`).flatMap((selector) =>
      object(selector, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        `<${oa}TextQuoteSelector>`,
        `<${oa}TextPositionSelector>`,
        '<urn:x-on-record:terms#ContextSelector>',
      ]),
    );
  });
});
