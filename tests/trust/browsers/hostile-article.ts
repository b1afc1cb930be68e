import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An article of our own words, as a page that wants something of the reader may serve it. */
export interface HostileArticle {
  /** Run before everything else on the page. */
  readonly script?: string;
  /** Run when the page's own text is there. */
  readonly after?: string;
  readonly head?: string;
  readonly language?: string;
  readonly title?: string;
  /** HTML in the article, after its first paragraphs. */
  readonly more?: string;
}

/** Words of the first quotation, by which its mark is clicked; and whose they are. */
export const words = 'The ferry will sail on Monday';
export const speaker = 'Mira Kolb';

const paragraphs = [
  `“${words}, whatever the council says,” said ${speaker}, the harbour master of Eschen, on Thursday evening.`,
  'The boat has lain at the northern quay since the storm of last month, when its rudder broke within sight of the town.',
  '“We have mended what we could, and the rest will hold until the spring,” Ms. Kolb told the assembly.',
  'Jonas Ferrel, who speaks for the islanders, was not so sure. “Nobody has shown us a paper with a stamp on it,” he said.',
  'For three weeks the islanders have crossed in fishing boats, and the school on the far side has had no bread on Fridays.',
  'The council meets again on Sunday. “Until then nothing sails,” said Ada Brandt, its chair, “and nobody should buy a ticket.”',
  'The shipyard says that the rudder was tested twice, once in still water and once in the swell that comes with the autumn.',
];

/** Writes the page into a folder that is served. */
export async function writeArticle(
  folder: string,
  name: string,
  article: HostileArticle = {},
): Promise<void> {
  const {
    script = '',
    after = '',
    head = '',
    language = 'en',
    title = 'The ferry waits',
    more = '',
  } = article;
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><script>${script}</script>
    <title>${title}</title><meta property="og:type" content="article">${head}</head>
    <body><article><h1>${title}</h1><p>By Tess Arnold</p>${text}${more}</article><script>${after}</script></body></html>`;
  await writeFile(join(folder, `${name}.html`), html);
}
