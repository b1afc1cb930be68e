// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { describe as describePassage } from '#core/anchor/describe.ts';
import { createAnnotation } from '#core/annotation-edit.ts';
import { savedPassage, type SavedPassage } from '#core/saved-passage.ts';
import { readPage } from '#content/page-session.ts';
import { readArticle } from '#page/article.ts';

const source = 'https://lantern.example/low';
const claimed = 'https://lantern.example/high';
const asked = new Map<string, unknown>();
let saved: readonly SavedPassage[] = [];

vi.mock('#messaging/client.ts', () => ({
  request: (name: string, input: unknown) => {
    asked.set(name, input);
    return Promise.resolve({ source, detection: { quotations: [], people: [] }, saved });
  },
}));

const PARAGRAPH =
  'The ferry stays in the harbour until the wind has turned, the captain said on Monday at the quay. ';
const here = 'until the wind has turned';

function kept(exact: string, of: string, number: number): SavedPassage {
  const text = `${PARAGRAPH}${exact} and so it went on for the rest of that day.`;
  const start = text.indexOf(exact);
  const annotation = createAnnotation({
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${number}`,
    now: '2026-01-05T08:00:00.000Z',
    source: of,
    selector: describePassage(text, { start, end: start + exact.length }),
    quotation: null,
    note: '',
    tags: [],
  });
  return savedPassage(annotation);
}

beforeEach(() => {
  document.head.innerHTML =
    '<meta property="article:section" content="Harbour"><meta property="article:modified_time" content="2026-01-06T07:00:00Z">';
  document.body.innerHTML = `<article><h1>Low water</h1>${`<p>${PARAGRAPH.repeat(3)}</p>`.repeat(3)}</article>`;
});

async function read() {
  const article = readArticle(document);
  if (!article) throw new Error('The page of this test is no article.');
  return readPage(document, article, { address: source, canonical: claimed });
}

describe('a reading of the page', () => {
  test('tells the background the section, the change and where they were read', async () => {
    saved = [];
    await read();
    expect(asked.get('article.open')).toMatchObject({
      about: {
        section: 'Harbour',
        modified: '2026-01-06T07:00:00.000Z',
        origins: { section: 'open-graph', modified: 'open-graph' },
      },
    });
  });

  test('takes what was kept under another address only when its very words stand here', async () => {
    const words = 'the bridge was opened by the old mayor';
    saved = [kept(here, claimed, 1), kept(words, claimed, 2), kept(words, source, 3)];
    const { placed } = await read();
    expect(placed.map(({ saved, outcome }) => [saved.id.at(-1), outcome])).toEqual([
      ['1', 'exact'],
      ['3', 'not-found'],
    ]);
  });
});
